package org.telescribe.app.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.window.FxToolkit;
import org.telescribe.app.window.PngFile;
import org.telescribe.app.window.Theme;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SessionClock;

/// Pictures every shot in both sizes, in colour and in grey, and puts them on a page.
public final class Gallery {
    private static final int[][] SIZES = {{1280, 800}, {1920, 1080}};
    private static final long STEP_NANOS = 30_000_000L;
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final SessionClock clock;
    private final Path folder;
    private final Consumer<String> say;

    /// A gallery that is not made yet.
    ///
    /// @param clock session clock
    /// @param folder where the pictures go
    /// @param say told how far it is
    public Gallery(SessionClock clock, Path folder, Consumer<String> say) {
        this.clock = clock;
        this.folder = folder;
        this.say = say;
    }

    /// Makes all pictures.
    ///
    /// @param dataset a dataset of the bench with one episode
    /// @return how many files were written
    /// @throws CommandFailed when a picture cannot be made or written
    public int make(Path dataset) throws CommandFailed {
        FxToolkit.start();
        FxToolkit.call(() -> {
            Theme.load();
            return true;
        });
        List<String> names = new ArrayList<>();
        int files = 0;
        try (GalleryShots shots = GalleryShots.open(dataset, clock)) {
            for (GalleryShot shot : shots.all()) {
                say.accept(shot.words());
                for (int[] size : SIZES) {
                    picture(shot, size);
                    names.add("%s-%dx%d".formatted(shot.name(), size[0], size[1]));
                    files += 2;
                }
            }
        }
        writePage(names);
        return files;
    }

    private void picture(GalleryShot shot, int[] size) throws CommandFailed {
        AtomicReference<Scene> scene = new AtomicReference<>();
        GalleryShot.Staged staged = FxToolkit.call(() -> {
            GalleryShot.Staged made = shot.stage().get();
            Scene framed = new Scene(made.shell(), size[0], size[1]);
            Theme.apply(framed);
            scene.set(framed);
            return made;
        });
        long deadline = clock.nanoTime() + PATIENCE_NANOS;
        ParkingWait wait = new ParkingWait(clock);
        while (!FxToolkit.call(() -> layOut(staged))) {
            if (clock.nanoTime() > deadline) {
                throw new CommandFailed("The picture %s does not come to rest.".formatted(shot.name()));
            }
            wait.waitUntil(clock.nanoTime() + STEP_NANOS);
        }
        FxToolkit.call(() -> {
            WritableImage image = scene.get().snapshot(null);
            String name = "%s-%dx%d".formatted(shot.name(), size[0], size[1]);
            PngFile.write(image, folder.resolve(name + ".png"));
            PngFile.write(GreyCopy.of(image), folder.resolve(name + "-grey.png"));
            staged.close().run();
            return true;
        });
    }

    private static boolean layOut(GalleryShot.Staged staged) {
        staged.shell().applyCss();
        staged.shell().layout();
        return staged.settled().getAsBoolean();
    }

    private void writePage(List<String> names) throws CommandFailed {
        StringBuilder page = new StringBuilder("""
                <!doctype html>
                <html lang="en"><meta charset="utf-8"><title>Telescribe gallery</title>
                <style>body { background: #0E1116; color: #AEBAC6; font: 14px Inter, sans-serif; padding: 24px; }
                img { width: 49%; } h2 { font-size: 14px; margin: 24px 0 6px; }</style>
                """);
        for (String name : names) {
            page.append("<h2>%s</h2><img src=\"%s.png\" alt=\"%s\"> <img src=\"%s-grey.png\" alt=\"%s, grey\">%n"
                    .formatted(name, name, name, name, name));
        }
        try {
            Files.writeString(folder.resolve("index.html"), page.append("</html>\n"));
        } catch (IOException refused) {
            throw new CommandFailed(
                    "The page of the gallery cannot be written: %s.".formatted(refused.getMessage()), refused);
        }
    }
}

package org.telescribe.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telescribe.annotator.labels.store.LabelSession;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.policyruntime.rollouts.study.Study;
import org.telescribe.viewer3d.fx.player.PlayerPane;

/// Walks through the workspaces by keys, waits until each shows what it should, and pictures them.
public final class WindowTour {
    private static final Logger LOG = LoggerFactory.getLogger(WindowTour.class);
    private static final long LOOK_NANOS = 900_000_000L;
    private static final long PLAY_NANOS = 3_400_000_000L;
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final long PRESS_NANOS = 150_000_000L;

    private final TelescribeWindow window;
    private final SessionClock clock;
    private final Path folder;
    private final List<Path> pictures;
    private final CompletableFuture<List<Path>> done = new CompletableFuture<>();
    private final Queue<Stop> stops = new ArrayDeque<>();
    private @Nullable Stop current;
    private long sinceNanos;
    private long pressedNanos;
    private int first;
    private volatile int rollouts;
    private String rolloutFailure = "";
    private volatile Judged judged = new Judged(0, 0);

    /// What was judged on the way.
    ///
    /// @param facts facts
    /// @param questions questions
    public record Judged(int facts, int questions) {}

    /// One stop.
    ///
    /// @param words what it is, for the failure's sentence
    /// @param action done on arrival
    /// @param settled whether it shows what it should
    /// @param atLeastNanos how long it is looked at
    /// @param picture file name of its picture; empty for none
    private record Stop(String words, Runnable action, BooleanSupplier settled, long atLeastNanos, String picture) {}

    WindowTour(TelescribeWindow window, SessionClock clock, Path folder, List<Path> already) {
        this.window = window;
        this.clock = clock;
        this.folder = folder;
        this.pictures = new ArrayList<>(already);
        KeyPoster keys = new KeyPoster(window.scene());
        stops.add(new Stop("HOLD", () -> keys.press(KeyCode.F12), window::isHeld, 0, ""));
        stops.add(new Stop("torque off", () -> releaseTorque(keys), window::isLimp, LOOK_NANOS, ""));
        stops.add(
                new Stop("Station", () -> keys.press(KeyCode.DIGIT1, true), () -> true, 2 * LOOK_NANOS, "station.png"));
        stops.add(new Stop(
                "Library",
                () -> keys.press(KeyCode.DIGIT3, true),
                () -> window.library().isSettled(),
                LOOK_NANOS,
                "library.png"));
        stops.add(new Stop("Review", () -> keys.press(KeyCode.ENTER), this::reviewed, LOOK_NANOS, ""));
        stops.add(new Stop("playing", () -> keys.press(KeyCode.SPACE), () -> true, PLAY_NANOS, ""));
        stops.add(new Stop("Review", () -> keys.press(KeyCode.SPACE), this::reviewed, LOOK_NANOS, "review.png"));
        stops.add(new Stop(
                "Library",
                () -> keys.press(KeyCode.DIGIT3, true),
                () -> window.library().isSettled(),
                0,
                ""));
        stops.add(new Stop(
                "Annotate",
                () -> keys.press(KeyCode.ENTER, true),
                () -> window.annotate().left() > 0,
                LOOK_NANOS,
                ""));
        stops.add(new Stop(
                "half of the facts judged",
                () -> {
                    first = window.annotate().left();
                },
                () -> judged(keys, first / 2),
                0,
                "annotate.png"));
        stops.add(new Stop("all facts judged", () -> {}, () -> judged(keys, 0), LOOK_NANOS, ""));
        stops.add(new Stop("everything on the disk", () -> {}, this::isOnDisk, 0, ""));
        stops.add(
                new Stop("the episode handed over", () -> keys.press(KeyCode.ENTER), this::handedOver, LOOK_NANOS, ""));
        rollOut(keys);
    }

    private void rollOut(KeyPoster keys) {
        stops.add(new Stop(
                "Rollouts",
                () -> keys.press(KeyCode.DIGIT6, true),
                () -> !window.rollouts().isBusy(),
                0,
                ""));
        stops.add(new Stop("the policy's rollouts", () -> keys.press(KeyCode.R), this::rolloutsShown, LOOK_NANOS, ""));
        stops.add(new Stop("a rollout playing", () -> keys.press(KeyCode.SPACE), () -> true, LOOK_NANOS, ""));
        stops.add(new Stop(
                "a verdict on a rollout",
                () -> {
                    keys.press(KeyCode.SPACE);
                    keys.press(KeyCode.S);
                },
                this::rolloutJudged,
                LOOK_NANOS,
                "rollouts.png"));
    }

    /// Accepts one thing after the other, as fast as a finger does; what was not watched yet is refused.
    private boolean judged(KeyPoster keys, int wanted) {
        if (window.annotate().left() <= wanted) {
            return true;
        }
        long nowNanos = clock.nanoTime();
        if (nowNanos - pressedNanos > PRESS_NANOS) {
            pressedNanos = nowNanos;
            keys.press(KeyCode.A);
        }
        return false;
    }

    private boolean isOnDisk() {
        LabelSession session = window.annotate().session();
        if (session == null || !session.state().open().isEmpty()) {
            return false;
        }
        judged = new Judged(
                session.state().facts().size(), session.state().questions().size());
        return true;
    }

    /// {@return what was judged, once the tour has ended}
    Judged judged() {
        return judged;
    }

    private boolean handedOver() {
        return window.annotate().session() == null
                && window.annotate().failure().isEmpty();
    }

    private boolean rolloutsShown() {
        PlayerPane player = window.rollouts().player();
        rolloutFailure = window.rollouts().failure();
        return !window.rollouts().isBusy() && player != null && player.isSettled();
    }

    private boolean rolloutJudged() {
        Study study = window.rollouts().study();
        PlayerPane player = window.rollouts().player();
        rollouts = study == null ? 0 : study.trials().size();
        return study != null && !study.verdicts().isEmpty() && player != null && player.isSettled();
    }

    /// {@return how many rollouts were run, once the tour has ended}
    int rollouts() {
        return rollouts;
    }

    private static void releaseTorque(KeyPoster keys) {
        keys.press(KeyCode.K, true);
        keys.type("release torque");
        keys.press(KeyCode.ENTER);
    }

    private boolean reviewed() {
        PlayerPane pane = window.review().pane();
        return pane != null && pane.isSettled() && !pane.player().isPlaying();
    }

    /// {@return its pictures, once it has ended}
    CompletableFuture<List<Path>> pictures() {
        return done;
    }

    /// Called on every pulse.
    void pulse() {
        if (done.isDone()) {
            return;
        }
        long nowNanos = clock.nanoTime();
        Stop stop = current;
        if (stop == null) {
            stop = stops.poll();
            if (stop == null) {
                done.complete(List.copyOf(pictures));
                return;
            }
            current = stop;
            sinceNanos = nowNanos;
            stop.action().run();
            return;
        }
        long passedNanos = nowNanos - sinceNanos;
        if (passedNanos >= stop.atLeastNanos() && stop.settled().getAsBoolean()) {
            current = null;
            picture(stop);
        } else if (passedNanos > PATIENCE_NANOS || !rolloutFailure.isEmpty()) {
            write("failed.png");
            LOG.warn("the tour stopped at {}: {}", stop.words(), rolloutFailure);
            done.completeExceptionally(new CommandFailed(
                    "%s did not come onto the screen within 120 s. What was recorded is safe; the details are in the log file."
                            .formatted(stop.words())));
        }
    }

    private void picture(Stop stop) {
        if (!stop.picture().isEmpty() && write(stop.picture())) {
            pictures.add(folder.resolve(stop.picture()));
        }
    }

    private boolean write(String name) {
        try {
            PngFile.write(window.scene().snapshot(null), folder.resolve(name));
            return true;
        } catch (IOException refused) {
            LOG.warn("picture not written", refused);
            done.completeExceptionally(new CommandFailed(
                    "The picture %s cannot be written: %s. What was recorded is safe. Choose another --report folder."
                            .formatted(name, refused.getMessage()),
                    refused));
            return false;
        }
    }
}

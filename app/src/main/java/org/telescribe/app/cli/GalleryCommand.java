package org.telescribe.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import org.telescribe.app.bench.LookSet;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.console.CommonOptions;
import org.telescribe.app.gallery.Gallery;
import org.telescribe.devices.core.time.SystemSessionClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Pictures of every state of the window.
@Command(
        name = "gallery",
        description = "Writes pictures of every state of every workspace, in two sizes, in colour and in grey.")
final class GalleryCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder of the pictures.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws CommandFailed {
        SystemSessionClock clock = new SystemSessionClock();
        Path dataset = out.resolve("episode").toAbsolutePath().normalize();
        if (!Files.exists(dataset)) {
            common.say("Recording an episode to look at ...");
            new LookSet(clock).write(dataset);
        }
        try {
            int files = new Gallery(clock, out, common::say).make(dataset);
            common.say(
                    "%d pictures: %s".formatted(files, out.resolve("index.html").toAbsolutePath()));
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("ok", true);
            values.put("pictures", files);
            values.put("page", out.resolve("index.html").toAbsolutePath().toString());
            common.result(values);
            return 0;
        } finally {
            Platform.exit();
        }
    }
}

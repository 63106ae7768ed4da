package org.telescribe.app.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.console.CommonOptions;
import org.telescribe.app.review.EpisodeAddress;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.window.PlayProgram;
import org.telescribe.devices.core.time.SystemSessionClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// One episode in the player.
@Command(
        name = "play",
        description = "Opens an episode of a LeRobot dataset (v2.1 or v3.0): cameras, plots and 3D under one clock.")
final class PlayCommand implements Callable<Integer> {
    private final AppFolders folders;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "DIR", description = "The dataset's folder.")
    private Path directory = Path.of("");

    @Option(
            names = "--episode",
            paramLabel = "N",
            description = "Episode to open. Default: the first whose pictures and rows are there.")
    private int episode = -1;

    @Option(
            names = "--screenshot",
            paramLabel = "FILE",
            description = "Writes a picture of the window as PNG when everything is on the screen.")
    private @Nullable Path screenshot;

    @Option(names = "--headless", description = "Without a display: opens the window unseen, and ends.")
    private boolean headless;

    PlayCommand(AppFolders folders) {
        this.folders = folders;
    }

    @Override
    public Integer call() throws CommandFailed {
        boolean unseen = headless || Boolean.getBoolean("telescribe.headless");
        Map<String, Object> values = PlayProgram.run(
                new PlayProgram.Wish(
                        new EpisodeAddress(directory.toAbsolutePath().normalize(), episode), screenshot, !unseen),
                new SystemSessionClock(),
                folders);
        common.say("%s, episode %s: %s rows, cameras %s, %s channels."
                .formatted(
                        values.get("dataset"),
                        values.get("episode"),
                        values.get("rows"),
                        values.get("cameras"),
                        values.get("channels")));
        common.result(values);
        return 0;
    }
}

package org.telescribe.app.window;

import java.util.Map;
import org.telescribe.app.review.OpenedFolders;
import org.telescribe.app.review.SpaceScenes;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.settings.SettingsFile;
import org.telescribe.app.station.BenchPictureMaker;
import org.telescribe.app.station.GlBenchPictures;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.posix.PosixThreadScheduling;
import org.telescribe.viewer3d.playback.player.DecodeHook;
import org.telescribe.viewer3d.render.RenderService;
import org.telescribe.viewer3d.scene.bench.BenchSetup;

/// What every window is made with.
final class WindowParts {
    private WindowParts() {}

    static WindowMeans usual(SessionClock clock, AppFolders folders) {
        return with(clock, folders, DecodeHook.none());
    }

    static WindowMeans with(SessionClock clock, AppFolders folders, DecodeHook hook) {
        return new WindowMeans(
                scenes(clock),
                hook,
                folders.datasets(),
                folders.labels(),
                new OpenedFolders(folders.state().resolve("opened-datasets.txt")),
                new SettingsFile(folders.settingsFile()),
                folders);
    }

    /// The bench's cameras are drawn by the 3D view's renderer; without one, plainly in software.
    static BenchPictureMaker benchPictures(WindowMeans parts) {
        RenderService service = parts.scenes().renderer();
        return service == null ? BenchPictureMaker.software() : new GlBenchPictures(service);
    }

    static SpaceScenes scenes(SessionClock clock) {
        BenchSetup bench = new BenchSetup();
        return new SpaceScenes(
                Map.of(
                        "telescribe_bench_arm/left", () -> bench.arm(ArmSide.LEFT),
                        "telescribe_bench_arm/right", () -> bench.arm(ArmSide.RIGHT)),
                () -> RenderService.start(clock, new PosixThreadScheduling()));
    }
}

package org.telescribe.app.window;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.station.BuiltInStation;
import org.telescribe.app.station.StationStart;
import org.telescribe.app.station.TerminationHook;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.control.collect.CollectPlan;

/// The program as a person opens it: the window, until it is closed.
public final class WindowProgram {
    private static final int EPISODES = 10;
    private static final long EPISODE_NANOS = 60_000_000_000L;

    private WindowProgram() {}

    /// Shows the window and waits until it is closed.
    ///
    /// @param clock session clock
    /// @param folders where the program keeps its things
    /// @param dataset names the folder that is recorded into
    /// @param operator who teleoperates
    /// @param stationFile station to open at once, or null to let the person choose the built-in bench
    /// @throws CommandFailed when there is no window
    public static void run(
            SessionClock clock, AppFolders folders, Supplier<Path> dataset, String operator, @Nullable Path stationFile)
            throws CommandFailed {
        FxToolkit.start();
        CountDownLatch closed = new CountDownLatch(1);
        TelescribeWindow window = FxToolkit.call(() -> {
            Stage stage = new Stage();
            WindowMeans parts = WindowParts.usual(clock, folders);
            TelescribeWindow shown = new TelescribeWindow(stage, clock, parts);
            shown.show(
                    () -> {
                        BuiltInStation.Opened opened = BuiltInStation.open(
                                new BuiltInStation.Setup(1, null, -1, false), clock, WindowParts.benchPictures(parts));
                        opened.emulation().repeatForEver();
                        return StationStart.start(opened.station(), dataset.get(), clock);
                    },
                    () -> new CollectPlan(
                            "Put the RED block into the bowl with the LEFT arm and the BLUE block onto the pad with the RIGHT arm",
                            operator,
                            EPISODES,
                            EPISODE_NANOS));
            if (stationFile != null) {
                shown.open(
                        () -> StationStart.ofFile(stationFile, dataset.get(), clock),
                        () -> new CollectPlan("Describe the task here: F2", operator, EPISODES, EPISODE_NANOS));
            }
            stage.setOnHidden(hidden -> closed.countDown());
            return shown;
        });
        try (TerminationHook hook = new TerminationHook(window::terminate)) {
            closed.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        Platform.runLater(window::close);
        window.awaitClosed();
        Platform.exit();
    }
}

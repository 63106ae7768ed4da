package org.telescribe.app.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.station.BenchPictureMaker;
import org.telescribe.app.station.BuiltInStation;
import org.telescribe.app.station.CompositionRoot;
import org.telescribe.app.station.StationStart;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.teleop.control.collect.CollectPhase;
import org.telescribe.teleop.control.collect.CollectPlan;
import org.telescribe.teleop.control.collect.CollectSession;
import org.telescribe.teleop.control.collect.CollectView;
import org.telescribe.teleop.control.recorder.RecorderSnapshot;
import org.telescribe.teleop.control.recorder.RecorderSnapshot.RunEpisode;
import org.telescribe.teleop.control.recorder.RecorderState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The process that is killed: records one episode after the other on the built-in station and tells
/// its parent, line by line, what it has promised.
@Command(name = "crash-child", hidden = true, description = "Records until it is killed.")
public final class CrashChild implements Callable<Integer> {
    private static final long EPISODE_NANOS = 1_600_000_000L;
    private static final long STEP_NANOS = 4_000_000L;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    @Parameters(paramLabel = "DIR", description = "The dataset's folder.")
    private Path directory = Path.of("");

    @Spec
    private CommandSpec spec;

    private int told;
    private long toldDurable;
    private String toldState = "";

    /// The command.
    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    public CrashChild() {}

    @Override
    public Integer call() throws CommandFailed {
        SystemSessionClock clock = new SystemSessionClock();
        ParkingWait wait = new ParkingWait(clock);
        BuiltInStation.Opened opened =
                BuiltInStation.open(new BuiltInStation.Setup(1, null, -1, false), clock, BenchPictureMaker.software());
        CollectPlan plan = new CollectPlan(opened.task(), "bench", Integer.MAX_VALUE, EPISODE_NANOS);
        try (CompositionRoot root = StationStart.start(opened.station(), directory, clock)) {
            CollectSession session = new CollectSession(root.loop(), root.recorder(), plan, clock);
            long startNanos = clock.nanoTime();
            while (told > 0 || clock.nanoTime() - startNanos < PATIENCE_NANOS) {
                CollectView view = session.advance();
                tell(view.recorder());
                boolean due = view.phase() == CollectPhase.READY
                        || view.phase() == CollectPhase.VERDICT
                        || (view.phase() == CollectPhase.NOT_READY
                                && view.control().tick() > 20);
                if (due) {
                    session.enter();
                }
                if (view.phase() == CollectPhase.HOLD) {
                    session.leaveHold();
                }
                wait.waitUntil(clock.nanoTime() + STEP_NANOS);
            }
        }
        return 1;
    }

    private void tell(RecorderSnapshot recorder) {
        String id = String.valueOf(recorder.episodeId());
        String state = "%s %s".formatted(recorder.state(), id);
        if (!state.equals(toldState)) {
            toldState = state;
            if (recorder.state() == RecorderState.RECORDING) {
                say("start %s %d", id, recorder.startNanos());
                toldDurable = 0;
            } else if (recorder.state() == RecorderState.VERDICT) {
                say("end %s %d", id, recorder.rows());
            } else if (recorder.state() == RecorderState.SAVING) {
                say("saving %s", id);
            }
        }
        if (recorder.state() == RecorderState.RECORDING && recorder.durableRows() != toldDurable) {
            toldDurable = recorder.durableRows();
            say("mark %s %d", id, toldDurable);
        }
        for (; told < recorder.run().size(); told++) {
            RunEpisode episode = recorder.run().get(told);
            var saved = Objects.requireNonNull(episode.saved());
            StringBuilder files = new StringBuilder();
            saved.files().forEach(file -> files.append(' ').append(file));
            say("saved %s %d%s", episode.id(), saved.rows(), files);
        }
    }

    private void say(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}

package org.telescribe.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.station.OpenStation;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.control.collect.CollectPhase;
import org.telescribe.teleop.control.collect.CollectView;
import org.telescribe.teleop.control.recorder.EpisodeReport;
import org.telescribe.teleop.control.recorder.RecorderSnapshot.RunEpisode;
import org.telescribe.teleop.episode.dataset.CommittedEpisode;

/// Presses the operator's keys: arm, start, stop, keep, until enough episodes are saved. Everything
/// else is done by the same session that the window drives.
public final class DemoRun {
    private static final Logger LOG = LoggerFactory.getLogger(DemoRun.class);
    private static final long PATIENCE_NANOS = 45_000_000_000L;

    private final OpenStation.Emulation hands;
    private final SessionClock clock;
    private final long verdictNanos;
    private final Runnable pressEnter;
    private final BiConsumer<CollectView, Boolean> progress;
    private @Nullable CollectPhase phase;
    private long phaseSinceNanos;

    /// One saved episode of the demonstration.
    ///
    /// @param saved where it is
    /// @param report how it went
    public record Recorded(CommittedEpisode saved, EpisodeReport report) {}

    /// A demonstration that has not begun.
    ///
    /// @param hands the emulated operator's hands
    /// @param clock session clock
    /// @param verdictNanos how long the verdict card is looked at before the episode is kept
    /// @param pressEnter presses Enter
    /// @param progress shown what the screen shows, and whether the phase has just changed
    public DemoRun(
            OpenStation.Emulation hands,
            SessionClock clock,
            long verdictNanos,
            Runnable pressEnter,
            BiConsumer<CollectView, Boolean> progress) {
        this.hands = hands;
        this.clock = clock;
        this.verdictNanos = verdictNanos;
        this.pressEnter = pressEnter;
        this.progress = progress;
    }

    /// Presses the key that is due, if one is.
    ///
    /// @param view what the screen shows now
    /// @return the episodes saved so far
    /// @throws CommandFailed when it does not go on; the message says why
    public List<Recorded> step(CollectView view) throws CommandFailed {
        boolean changed = view.phase() != phase;
        if (changed) {
            phase = view.phase();
            phaseSinceNanos = clock.nanoTime();
            if (phase == CollectPhase.RECORDING) {
                hands.perform();
            }
        }
        progress.accept(view, changed);
        act(view);
        return saved(view);
    }

    private void act(CollectView view) throws CommandFailed {
        long inPhaseNanos = clock.nanoTime() - phaseSinceNanos;
        boolean failed = !view.recorder().failure().isEmpty();
        if (view.phase() == CollectPhase.HOLD
                || failed
                || inPhaseNanos > PATIENCE_NANOS + view.plan().episodeNanos()) {
            LOG.warn("stopped: {}", view.control());
            throw new CommandFailed(
                    "The demonstration stopped in %s. %s".formatted(view.phase().word(), view.sentence()));
        }
        switch (view.phase()) {
            case NOT_READY -> {
                if (view.control().tick() > 20) {
                    pressEnter.run();
                }
            }
            case READY -> pressEnter.run();
            case VERDICT -> {
                if (inPhaseNanos >= verdictNanos) {
                    pressEnter.run();
                }
            }
            case ALIGN, STARTING, RECORDING, SAVING, HOLD -> {
                // goes on by itself
            }
        }
    }

    private static List<Recorded> saved(CollectView view) {
        List<Recorded> saved = new ArrayList<>();
        for (RunEpisode episode : view.recorder().run()) {
            if (episode.saved() != null) {
                saved.add(new Recorded(Objects.requireNonNull(episode.saved()), episode.report()));
            }
        }
        return saved;
    }
}

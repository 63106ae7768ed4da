package org.telescribe.viewer3d.playback.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.time.SteppedClock;
import org.telescribe.devices.emulator.camera.FrameCounter;
import org.telescribe.viewer3d.playback.clip.CameraClip;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;
import org.telescribe.viewer3d.playback.clip.NoScheduling;

/// A player without threads on a clock that is moved by hand. At every pulse each pane's pixels are
/// compared with what the pane says.
final class SteppedPlayer implements AutoCloseable {
    static final long PULSE_NANOS = 16_666_667L;

    final SteppedClock clock = new SteppedClock(5_000_000_000L);
    final Player player;
    final PictureBuffers buffers;
    final List<CounterSink> sinks = new ArrayList<>();
    final long[] firstNumbers;
    private final boolean[] heldUp;
    private int stepsPerPulse = 8;

    SteppedPlayer(EpisodeClip clip, PlayerSettings settings, long... firstNumbers) {
        this(clip, settings, new PictureBuffers(0), firstNumbers);
    }

    SteppedPlayer(EpisodeClip clip, PlayerSettings settings, PictureBuffers buffers, long... firstNumbers) {
        this.buffers = buffers;
        this.firstNumbers = firstNumbers;
        this.heldUp = new boolean[clip.cameras().size()];
        for (CameraClip camera : clip.cameras()) {
            sinks.add(new CounterSink(camera.width()));
        }
        player = new Player(clip, sinks, settings, buffers, clock, new NoScheduling(), DecodeHook.none());
    }

    /// Reads the number in the pixels.
    static final class CounterSink implements PictureSink {
        private final int width;
        private long accepted = -1;
        long shown = -1;
        int accepts;
        boolean refuses;
        int drops;

        CounterSink(int width) {
            this.width = width;
        }

        @Override
        public boolean accept(PooledFrame i420, int frameNumber) {
            if (refuses) {
                return false;
            }
            accepted = FrameCounter.read(i420.pixels(), width);
            accepts++;
            return true;
        }

        @Override
        public void show() {
            shown = accepted;
        }

        @Override
        public void drop() {
            drops++;
        }
    }

    void holdUp(int camera, boolean hold) {
        heldUp[camera] = hold;
    }

    /// How many pictures a decoder can decode between two pulses.
    void stepsPerPulse(int steps) {
        stepsPerPulse = steps;
    }

    /// One pulse, then the decoders' work until the next.
    List<PaneState> pulse() {
        List<PaneState> states = player.pulse(clock.nanoTime());
        for (PaneState state : states) {
            assertTruthful(state);
        }
        int decoder = 0;
        for (int camera = 0; camera < heldUp.length; camera++) {
            if (!player.clip().cameras().get(camera).isPlayable()) {
                continue;
            }
            CameraDecoder agent = player.decoders().get(decoder++);
            for (int step = 0; step < stepsPerPulse && !heldUp[camera]; step++) {
                agent.doWork(clock.nanoTime());
            }
        }
        clock.advance(PULSE_NANOS);
        return states;
    }

    List<PaneState> pulses(int count) {
        List<PaneState> states = List.of();
        for (int i = 0; i < count; i++) {
            states = pulse();
        }
        return states;
    }

    /// Pulses until every pane shows its exact picture.
    List<PaneState> settle() {
        for (int i = 0; i < 60; i++) {
            List<PaneState> states = pulse();
            if (states.stream()
                    .allMatch(state -> state.badge() instanceof PaneBadge.Exact
                            || state.badge() instanceof PaneBadge.Lost
                            || state.badge() instanceof PaneBadge.Repeated)) {
                return states;
            }
        }
        throw new AssertionError("never exact: " + player.states());
    }

    private void assertTruthful(PaneState state) {
        CounterSink sink = sinks.get(state.camera());
        long inPixels = state.frame() < 0 ? -1 : firstNumbers[state.camera()] + state.frame();
        assertEquals(inPixels, sink.shown, "pixels of camera " + state.camera());
        boolean saysExact = state.badge() instanceof PaneBadge.Exact || state.badge() instanceof PaneBadge.Repeated;
        if (saysExact) {
            assertEquals(bruteForce(state.camera()), state.frame(), "exact picture of camera " + state.camera());
        } else {
            assertTrue(
                    state.frame() != state.wantedFrame()
                            || state.badge() instanceof PaneBadge.Lost
                            || state.badge() instanceof PaneBadge.OverBudget
                            || state.badge() instanceof PaneBadge.Empty,
                    "right but not said so: " + state);
        }
    }

    /// The greatest presentation time that is not after the tick, by looking at all.
    int bruteForce(int camera) {
        CameraClip clip = player.clip().cameras().get(camera);
        int found = -1;
        for (int frame = 0; frame < clip.frames(); frame++) {
            if (clip.index().seconds(clip.pictureOf(frame)) - clip.fromSeconds() <= player.tickNanos() / 1e9 + 1e-5) {
                found = frame;
            }
        }
        return found;
    }

    @Override
    public void close() {
        player.close();
    }
}

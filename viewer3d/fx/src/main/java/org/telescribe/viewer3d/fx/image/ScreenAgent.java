package org.telescribe.viewer3d.fx.image;

import java.util.List;
import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.devices.core.frame.LatestFrame;
import org.telescribe.devices.core.frame.PooledFrame;

/// Converts the newest frame of every camera for the screen, and films the newest episode. A thread
/// of its own, which yields to everything else.
public final class ScreenAgent implements Agent {
    private static final long PERIOD_NANOS = 15_000_000L;
    private static final int NICENESS = 5;

    private final List<LatestFrame> sources;
    private final List<ScreenImage> images;
    private final ScreenReels reels;
    private final ThreadScheduling scheduling;
    private final long[] shownNanos;

    /// A converter; give it to a runner.
    ///
    /// @param sources newest frame of each camera
    /// @param images where each goes, in the same order
    /// @param reels film the newest episode
    /// @param scheduling puts the thread into the background
    public ScreenAgent(
            List<LatestFrame> sources, List<ScreenImage> images, ScreenReels reels, ThreadScheduling scheduling) {
        this.sources = List.copyOf(sources);
        this.images = List.copyOf(images);
        this.reels = reels;
        this.scheduling = scheduling;
        this.shownNanos = new long[images.size()];
    }

    @Override
    public String roleName() {
        return "screen pictures";
    }

    @Override
    public void onStart() {
        scheduling.background(NICENESS);
    }

    @Override
    public long doWork(long nowNanos) {
        for (int i = 0; i < shownNanos.length; i++) {
            PooledFrame frame = sources.get(i).take();
            if (frame == null) {
                continue;
            }
            if (frame.captureNanos() != shownNanos[i] && images.get(i).convert(frame)) {
                shownNanos[i] = frame.captureNanos();
            }
            reels.offer(i, frame);
            frame.release();
        }
        reels.advance(nowNanos);
        return nowNanos + PERIOD_NANOS;
    }
}

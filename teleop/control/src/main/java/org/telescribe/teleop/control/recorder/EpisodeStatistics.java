package org.telescribe.teleop.control.recorder;

import java.util.List;
import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.teleop.control.loop.TickLayout;
import org.telescribe.teleop.episode.model.EpisodeMark;

/// Watches the ticks of one episode for its report. Confined to the recorder thread.
final class EpisodeStatistics {
    private static final double STILL_RAD_PER_S = 0.05;
    private static final double TRACKING_STEP_RAD = 2e-4;

    private final TickLayout layout;
    private final PercentileCounter lateness = PercentileCounter.ofNanos();
    private final PercentileCounter trackingRad = new PercentileCounter(TRACKING_STEP_RAD, 20_000);
    private long ticks;
    private long clippedTicks;
    private long firstNanos;
    private long lastNanos;
    private long lastWokeNanos;
    private long worstGapNanos;
    private long firstMotionNanos;
    private long lastMotionNanos;
    private long skippedBefore;
    private long skippedNow;

    EpisodeStatistics(TickLayout layout) {
        this.layout = layout;
    }

    void begin() {
        lateness.clear();
        trackingRad.clear();
        ticks = 0;
        clippedTicks = 0;
        worstGapNanos = 0;
        firstMotionNanos = 0;
        lastMotionNanos = 0;
    }

    void add(Lanes tick) {
        long deadlineNanos = tick.getLong(TickLayout.DEADLINE_NANOS);
        long wokeNanos = tick.getLong(TickLayout.WOKE_NANOS);
        skippedNow = tick.getLong(TickLayout.SKIPPED);
        if (ticks == 0) {
            firstNanos = deadlineNanos;
            skippedBefore = skippedNow;
        } else {
            worstGapNanos = Math.max(worstGapNanos, wokeNanos - lastWokeNanos);
        }
        ticks++;
        lastNanos = deadlineNanos;
        lastWokeNanos = wokeNanos;
        lateness.add((double) (wokeNanos - deadlineNanos));
        if (tick.getLong(layout.clippedJoints(ArmSide.LEFT)) + tick.getLong(layout.clippedJoints(ArmSide.RIGHT)) > 0) {
            clippedTicks++;
        }
        watchJoints(tick, deadlineNanos);
    }

    private void watchJoints(Lanes tick, long deadlineNanos) {
        double off = 0;
        double speed = 0;
        for (int joint = 0; joint < layout.joints(); joint++) {
            off = Math.max(
                    off, Math.abs(tick.getDouble(layout.sentRad(joint)) - tick.getDouble(layout.positionRad(joint))));
            speed = Math.max(speed, Math.abs(tick.getDouble(layout.velocityRadPerS(joint))));
        }
        trackingRad.add(off);
        if (speed > STILL_RAD_PER_S) {
            if (firstMotionNanos == 0) {
                firstMotionNanos = deadlineNanos;
            }
            lastMotionNanos = deadlineNanos;
        }
    }

    long skipped() {
        return skippedNow - skippedBefore;
    }

    EpisodeReport report(
            long rows,
            long ticksLost,
            List<EpisodeReport.CameraReport> cameras,
            List<EpisodeMark> marks,
            String stopReason) {
        boolean moved = firstMotionNanos != 0;
        return new EpisodeReport(
                rows,
                lastNanos - firstNanos,
                ticks,
                skipped(),
                ticksLost,
                (long) lateness.percentile(0.5),
                (long) lateness.percentile(0.99),
                (long) lateness.max(),
                worstGapNanos,
                clippedTicks,
                trackingRad.percentile(0.99),
                moved ? firstMotionNanos - firstNanos : lastNanos - firstNanos,
                moved ? lastNanos - lastMotionNanos : 0,
                cameras,
                marks,
                stopReason);
    }
}

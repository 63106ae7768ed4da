package org.telescribe.teleop.control.safety;

import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.teleop.control.message.ControlState;

/// The gate of one arm: every goal that reaches its follower, from a hand or a policy, came through
/// here. Confined to the control thread; allocates nothing after construction.
public final class SafetyGate {
    private static final double RAMP_DOUBLING_SECONDS = 0.5;

    private final SafetySettings settings;
    private final MotionLimiter limiter;
    private final int joints;
    private int worstJoint;
    private double worstOffRad;
    private boolean aligned;
    private boolean rampDone;
    private double rampSeconds;
    private long blockedSinceNanos = Long.MAX_VALUE;

    /// A gate that stands at position 0 until `standAt`.
    ///
    /// @param layout joints of the follower and their limits
    /// @param settings limits of the gate
    public SafetyGate(ArmLayout layout, SafetySettings settings) {
        this.settings = settings;
        this.limiter = new MotionLimiter(layout);
        this.joints = layout.size();
    }

    /// Starts anew from the measured pose, at rest.
    ///
    /// @param measuredRad measured positions of the follower, radians
    public void standAt(double[] measuredRad) {
        for (int i = 0; i < joints; i++) {
            limiter.standAt(i, measuredRad[i]);
        }
        blockedSinceNanos = Long.MAX_VALUE;
        rampDone = false;
    }

    /// Begins a ramp: slow at first, faster the longer it lasts, so that it also catches a leader that
    /// moves.
    public void beginRamp() {
        rampDone = false;
        rampSeconds = 0;
    }

    /// Compares leader and follower. An arm with an unknown joint (NaN) is not aligned.
    ///
    /// @param leaderRad positions of the leader in the follower's joint order, radians
    /// @param measuredRad measured positions of the follower, radians
    public void compare(double[] leaderRad, double[] measuredRad) {
        worstJoint = 0;
        worstOffRad = 0;
        boolean known = true;
        for (int i = 0; i < joints; i++) {
            double off = leaderRad[i] - measuredRad[i];
            known &= !Double.isNaN(off);
            if (Math.abs(off) > Math.abs(worstOffRad)) {
                worstOffRad = off;
                worstJoint = i;
            }
        }
        aligned = known && Math.abs(worstOffRad) <= settings.alignmentRad();
    }

    /// Computes the next goals.
    ///
    /// @param state state of the loop
    /// @param wishRad wished positions in the follower's joint order, radians
    /// @param stepSeconds time since the last step, seconds, positive
    /// @param goalRad where the goals go, radians
    public void step(ControlState state, double[] wishRad, double stepSeconds, double[] goalRad) {
        limiter.beginStep();
        rampSeconds += stepSeconds;
        double rampSpeedRadPerS = settings.rampSpeedRadPerS() * (1 + rampSeconds / RAMP_DOUBLING_SECONDS);
        double farthest = 0;
        for (int i = 0; i < joints; i++) {
            switch (state) {
                case FOLLOWING -> limiter.step(i, wishRad[i], Double.POSITIVE_INFINITY, stepSeconds);
                case RAMP -> limiter.step(i, wishRad[i], rampSpeedRadPerS, stepSeconds);
                case IDLE, ARMED, HOLD -> limiter.stop(i, stepSeconds);
            }
            goalRad[i] = limiter.goalRad(i);
            farthest = Math.max(farthest, Math.abs(wishRad[i] - goalRad[i]));
        }
        if (state == ControlState.RAMP && farthest <= settings.rampDoneRad()) {
            rampDone = true;
        }
    }

    /// Watches whether the follower gets where it is sent.
    ///
    /// @param goalRad goals sent, radians
    /// @param measuredRad measured positions, radians
    /// @param nowNanos session clock, nanoseconds
    /// @return whether a joint has been too far off for too long
    public boolean blocked(double[] goalRad, double[] measuredRad, long nowNanos) {
        boolean far = false;
        for (int i = 0; i < joints; i++) {
            far |= Math.abs(goalRad[i] - measuredRad[i]) > settings.blockedRad();
        }
        if (!far) {
            blockedSinceNanos = Long.MAX_VALUE;
            return false;
        }
        if (blockedSinceNanos == Long.MAX_VALUE) {
            blockedSinceNanos = nowNanos;
        }
        return nowNanos - blockedSinceNanos > settings.blockedNanos();
    }

    /// {@return whether leader and follower are near enough to follow}
    public boolean aligned() {
        return aligned;
    }

    /// {@return whether the ramp has brought the follower onto the leader}
    public boolean rampDone() {
        return rampDone;
    }

    /// {@return index of the joint that is farthest off}
    public int worstJoint() {
        return worstJoint;
    }

    /// {@return how far it is off, radians, leader minus follower}
    public double worstOffRad() {
        return worstOffRad;
    }

    /// {@return joints of this step that did not get what was wished}
    public int clippedJoints() {
        return limiter.clippedJoints();
    }
}

package org.telescribe.teleop.control.safety;

import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.JointLimit;

/// Turns wished positions of one arm into goals that keep every joint within its position, speed and
/// acceleration limits. Within the limits the goal is the wish, without lag; beyond them the goal moves
/// towards it and brakes in time. Allocates nothing after construction.
public final class MotionLimiter {
    /// Half a degree: a reply that came a tick late is smoothed by less, and is no limit that was hit.
    private static final double CLIPPED_RAD = 0.009;

    private final JointLimit[] limits;
    private final double[] goalRad;
    private final double[] wishBeforeRad;
    private final double[] speedRadPerS;
    private int clippedJoints;

    /// A limiter that stands at position 0 until `standAt`.
    ///
    /// @param layout joints and their limits, lane order
    public MotionLimiter(ArmLayout layout) {
        int joints = layout.size();
        this.limits = new JointLimit[joints];
        for (int i = 0; i < joints; i++) {
            limits[i] = layout.joints().get(i).limit();
        }
        this.goalRad = new double[joints];
        this.wishBeforeRad = new double[joints];
        this.speedRadPerS = new double[joints];
    }

    /// Starts anew from where a joint stands, at rest.
    ///
    /// @param joint index of the joint
    /// @param positionRad measured position, radians; kept as it is, also outside the limits
    void standAt(int joint, double positionRad) {
        goalRad[joint] = positionRad;
        wishBeforeRad[joint] = positionRad;
        speedRadPerS[joint] = 0;
    }

    /// Begins a new step.
    void beginStep() {
        clippedJoints = 0;
    }

    /// Moves one joint's goal towards a wish.
    ///
    /// @param joint index of the joint
    /// @param wishRad wished position, radians; NaN means stay
    /// @param speedCapRadPerS a lower speed limit than the joint's own, radians per second, or infinity
    /// @param stepSeconds time since the last step, seconds, positive
    void step(int joint, double wishRad, double speedCapRadPerS, double stepSeconds) {
        JointLimit limit = limits[joint];
        double goal = goalRad[joint];
        double speed = speedRadPerS[joint];
        double wish = Double.isNaN(wishRad) ? goal : Math.clamp(wishRad, limit.minRad(), limit.maxRad());
        double top = Math.min(limit.maxSpeedRadPerS(), speedCapRadPerS);
        double acceleration = limit.maxAccelerationRadPerS2();
        double wishSpeed = Math.clamp((wish - wishBeforeRad[joint]) / stepSeconds, -top, top);
        wishBeforeRad[joint] = wish;

        double behind = wish - goal - wishSpeed * stepSeconds;
        double catchUp = Math.min(Math.abs(behind) / stepSeconds, stoppableSpeed(behind, acceleration, stepSeconds));
        double wanted = Math.clamp(wishSpeed + Math.copySign(catchUp, behind), -top, top);
        boolean inside = goal >= limit.minRad() && goal <= limit.maxRad();
        if (inside) {
            wanted = Math.clamp(
                    wanted,
                    -stoppableSpeed(goal - limit.minRad(), acceleration, stepSeconds),
                    stoppableSpeed(limit.maxRad() - goal, acceleration, stepSeconds));
        }
        double change = acceleration * stepSeconds;
        wanted = Math.clamp(wanted, speed - change, speed + change);
        double next = goal + wanted * stepSeconds;
        goalRad[joint] = inside ? Math.clamp(next, limit.minRad(), limit.maxRad()) : next;
        speedRadPerS[joint] = wanted;
        if (!Double.isNaN(wishRad) && Math.abs(goalRad[joint] - wishRad) > CLIPPED_RAD) {
            clippedJoints++;
        }
    }

    /// Highest speed from which steps of constant deceleration still end within a distance.
    private static double stoppableSpeed(double distanceRad, double accelerationRadPerS2, double stepSeconds) {
        double half = accelerationRadPerS2 * stepSeconds / 2;
        return Math.sqrt(half * half + 2 * accelerationRadPerS2 * Math.abs(distanceRad)) - half;
    }

    /// Slows one joint down to rest within its acceleration limit.
    ///
    /// @param joint index of the joint
    /// @param stepSeconds time since the last step, seconds, positive
    void stop(int joint, double stepSeconds) {
        JointLimit limit = limits[joint];
        double change = limit.maxAccelerationRadPerS2() * stepSeconds;
        double speed = speedRadPerS[joint];
        double slower = Math.abs(speed) <= change ? 0 : speed - Math.copySign(change, speed);
        double goal = goalRad[joint];
        double next = goal + slower * stepSeconds;
        boolean inside = goal >= limit.minRad() && goal <= limit.maxRad();
        goalRad[joint] = inside ? Math.clamp(next, limit.minRad(), limit.maxRad()) : goal;
        wishBeforeRad[joint] = goalRad[joint];
        speedRadPerS[joint] = slower;
    }

    /// {@return the goal of a joint, radians}
    ///
    /// @param joint index of the joint
    double goalRad(int joint) {
        return goalRad[joint];
    }

    /// {@return how many joints of this step did not get what was wished}
    int clippedJoints() {
        return clippedJoints;
    }
}

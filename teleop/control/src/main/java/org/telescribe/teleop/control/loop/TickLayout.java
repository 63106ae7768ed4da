package org.telescribe.teleop.control.loop;

import org.telescribe.devices.core.joint.ArmSide;

/// Which lane of a tick holds what. One tick is everything that the control loop knew and did at one
/// deadline; the recorder gets every tick through a ring, everybody else the newest one.
///
/// Buses are numbered as in [Bus]; joints are those of the left follower, then those of the right one,
/// each in its arm's lane order. All stamps are session clock nanoseconds, 0 when there is none yet.
///
/// @param leftJoints joints of the left follower
/// @param rightJoints joints of the right follower
public record TickLayout(int leftJoints, int rightJoints) {
    /// Number of the tick.
    public static final int TICK = 0;
    /// When it was due.
    public static final int DEADLINE_NANOS = 1;
    /// When the loop ran.
    public static final int WOKE_NANOS = 2;
    /// When it was done.
    public static final int DONE_NANOS = 3;
    /// Ordinal of the [org.telescribe.teleop.control.message.ControlState].
    public static final int STATE = 4;
    /// Ordinal of the [org.telescribe.teleop.control.message.HoldCause].
    public static final int HOLD_CAUSE = 5;
    /// Ordinal of the [Bus] that is to blame, or -1.
    public static final int HOLD_BUS = 6;
    /// Ticks missed so far.
    public static final int SKIPPED = 7;

    private static final int PER_ARM = 8;
    private static final int PER_ARM_LANES = 6;
    private static final int PER_BUS = PER_ARM + 2 * PER_ARM_LANES;
    private static final int PER_BUS_LANES = 5;
    private static final int FIRST_JOINT = PER_BUS + 4 * PER_BUS_LANES;

    /// The four buses of a station, in the order of their lanes.
    public enum Bus {
        /// Bus of the left leader.
        LEFT_LEADER,
        /// Bus of the left follower.
        LEFT_FOLLOWER,
        /// Bus of the right leader.
        RIGHT_LEADER,
        /// Bus of the right follower.
        RIGHT_FOLLOWER;

        private static final Bus[] VALUES = values();

        /// {@return the leader's bus of a side}
        ///
        /// @param side side of the robot
        public static Bus leader(ArmSide side) {
            return side == ArmSide.LEFT ? LEFT_LEADER : RIGHT_LEADER;
        }

        /// {@return the follower's bus of a side}
        ///
        /// @param side side of the robot
        public static Bus follower(ArmSide side) {
            return side == ArmSide.LEFT ? LEFT_FOLLOWER : RIGHT_FOLLOWER;
        }

        /// {@return the bus handed over in a lane}
        ///
        /// @param ordinal its ordinal
        public static Bus of(long ordinal) {
            return VALUES[(int) ordinal];
        }

        /// {@return the name in column names, such as `left_leader`}
        public String columnName() {
            return switch (this) {
                case LEFT_LEADER -> "left_leader";
                case LEFT_FOLLOWER -> "left_follower";
                case RIGHT_LEADER -> "right_leader";
                case RIGHT_FOLLOWER -> "right_follower";
            };
        }

        /// {@return the name people read, such as `left leader`}
        public String word() {
            return columnName().replace('_', ' ');
        }
    }

    /// {@return number of lanes}
    public int size() {
        return FIRST_JOINT + 5 * joints();
    }

    /// {@return joints of both followers}
    public int joints() {
        return leftJoints + rightJoints;
    }

    /// {@return index of a side's first joint among all}
    ///
    /// @param side side of the robot
    public int firstJoint(ArmSide side) {
        return side == ArmSide.LEFT ? 0 : leftJoints;
    }

    /// {@return joints of a side's follower}
    ///
    /// @param side side of the robot
    public int joints(ArmSide side) {
        return side == ArmSide.LEFT ? leftJoints : rightJoints;
    }

    /// {@return lane: 1 when the side's leader and follower are aligned}
    ///
    /// @param side side of the robot
    public int aligned(ArmSide side) {
        return perArm(side);
    }

    /// {@return lane: index of the side's joint that is farthest off}
    ///
    /// @param side side of the robot
    public int worstJoint(ArmSide side) {
        return perArm(side) + 1;
    }

    /// {@return lane: how far that joint is off, radians, leader minus follower}
    ///
    /// @param side side of the robot
    public int worstOffRad(ArmSide side) {
        return perArm(side) + 2;
    }

    /// {@return lane: joints of the side whose command was limited at this tick}
    ///
    /// @param side side of the robot
    public int clippedJoints(ArmSide side) {
        return perArm(side) + 3;
    }

    /// {@return lane: number of the tick whose command the side's follower got last}
    ///
    /// @param side side of the robot
    public int writtenTick(ArmSide side) {
        return perArm(side) + 4;
    }

    /// {@return lane: when the first byte of that command was written}
    ///
    /// @param side side of the robot
    public int writtenNanos(ArmSide side) {
        return perArm(side) + 5;
    }

    /// {@return lane: when the request of the bus's reading was written}
    ///
    /// @param bus the bus
    public int requestNanos(Bus bus) {
        return perBus(bus);
    }

    /// {@return lane: when the last byte of the bus's newest good reading was read}
    ///
    /// @param bus the bus
    public int arrivalNanos(Bus bus) {
        return perBus(bus) + 1;
    }

    /// {@return lane: ordinal of the outcome of the bus's newest reading}
    ///
    /// @param bus the bus
    public int outcome(Bus bus) {
        return perBus(bus) + 2;
    }

    /// {@return lane: packets of the bus lost or unusable so far}
    ///
    /// @param bus the bus
    public int faults(Bus bus) {
        return perBus(bus) + 3;
    }

    /// {@return lane: number of the bus's newest reading}
    ///
    /// @param bus the bus
    public int reading(Bus bus) {
        return perBus(bus) + 4;
    }

    /// {@return lane: position asked for by the leader, radians}
    ///
    /// @param joint index among the joints of both followers
    public int requestedRad(int joint) {
        return FIRST_JOINT + joint;
    }

    /// {@return lane: goal sent to the follower, radians}
    ///
    /// @param joint index among the joints of both followers
    public int sentRad(int joint) {
        return FIRST_JOINT + joints() + joint;
    }

    /// {@return lane: measured position, radians}
    ///
    /// @param joint index among the joints of both followers
    public int positionRad(int joint) {
        return FIRST_JOINT + 2 * joints() + joint;
    }

    /// {@return lane: measured velocity, radians per second}
    ///
    /// @param joint index among the joints of both followers
    public int velocityRadPerS(int joint) {
        return FIRST_JOINT + 3 * joints() + joint;
    }

    /// {@return lane: measured current, amperes}
    ///
    /// @param joint index among the joints of both followers
    public int currentAmperes(int joint) {
        return FIRST_JOINT + 4 * joints() + joint;
    }

    private static int perArm(ArmSide side) {
        return PER_ARM + (side == ArmSide.LEFT ? 0 : PER_ARM_LANES);
    }

    private static int perBus(Bus bus) {
        return PER_BUS + bus.ordinal() * PER_BUS_LANES;
    }
}

package org.telescribe.teleop.control.message;

import java.util.List;
import org.telescribe.devices.core.port.BusOutcome;

/// What the control loop said at one tick. Made off the loop's thread from its lanes.
///
/// @param tick number of the tick, from 0; -1 before the first
/// @param deadlineNanos when the tick was due, session clock, nanoseconds
/// @param latenessNanos how long after that the loop ran
/// @param state state of the loop
/// @param holdCause why the arms hold; NONE in other states
/// @param holdArm name of the arm that is to blame, such as `right follower`; empty when none is
/// @param ticksSkipped ticks missed since the loop started
/// @param left the left arm
/// @param right the right arm
public record ControlSnapshot(
        long tick,
        long deadlineNanos,
        long latenessNanos,
        ControlState state,
        HoldCause holdCause,
        String holdArm,
        long ticksSkipped,
        ArmSnapshot left,
        ArmSnapshot right) {

    /// One side of the station.
    ///
    /// @param aligned whether leader and follower are near enough to follow
    /// @param worstJoint joint that is farthest off; empty before the first reading
    /// @param worstOffRad how far, radians, leader minus follower
    /// @param leaderAgeNanos age of the leader's reading at the deadline
    /// @param followerAgeNanos age of the follower's reading at the deadline
    /// @param leaderFaults lost or unusable packets of the leader's bus since it was opened
    /// @param followerFaults the same of the follower's bus
    /// @param busNanos time of the last exchange on the leader's bus, request to reply
    /// @param leaderOutcome how the newest reading of the leader's bus ended
    /// @param followerOutcome the same of the follower's bus
    /// @param clippedJoints joints whose command was limited at this tick
    /// @param leaderRad positions of the leader, follower's joint order, radians
    /// @param sentRad goals sent to the follower, radians
    /// @param followerRad measured positions of the follower, radians
    /// @param jointNames names in the follower's joint order
    public record ArmSnapshot(
            boolean aligned,
            String worstJoint,
            double worstOffRad,
            long leaderAgeNanos,
            long followerAgeNanos,
            long leaderFaults,
            long followerFaults,
            long busNanos,
            BusOutcome leaderOutcome,
            BusOutcome followerOutcome,
            int clippedJoints,
            List<Double> leaderRad,
            List<Double> sentRad,
            List<Double> followerRad,
            List<String> jointNames) {
        /// Copies.
        public ArmSnapshot {
            leaderRad = List.copyOf(leaderRad);
            sentRad = List.copyOf(sentRad);
            followerRad = List.copyOf(followerRad);
            jointNames = List.copyOf(jointNames);
        }
    }

    /// {@return whether both arms are near enough to follow}
    public boolean aligned() {
        return left.aligned() && right.aligned();
    }

    /// {@return one sentence of why the arms hold and what to do; empty when they do not}
    public String holdSentence() {
        if (holdCause == HoldCause.NONE) {
            return "";
        }
        String subject = holdArm.isEmpty() ? "" : Character.toUpperCase(holdArm.charAt(0)) + holdArm.substring(1) + " ";
        return "%s%s. Both arms hold. %s.".formatted(subject, holdCause.whatHappened(), holdCause.whatToDo());
    }
}

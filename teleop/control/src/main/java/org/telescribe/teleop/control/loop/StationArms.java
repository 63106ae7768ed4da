package org.telescribe.teleop.control.loop;

import org.telescribe.devices.core.port.FollowerArm;
import org.telescribe.devices.core.port.LeaderArm;

/// The four open arms of a station. Whoever is given them closes them.
///
/// @param leftLeader moved by the operator for the robot's left arm
/// @param leftFollower the robot's left arm
/// @param rightLeader moved by the operator for the robot's right arm
/// @param rightFollower the robot's right arm
public record StationArms(
        LeaderArm leftLeader, FollowerArm leftFollower, LeaderArm rightLeader, FollowerArm rightFollower) {}

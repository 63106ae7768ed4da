package org.telescribe.policyruntime.inference.bundle;

/// Which numbers of a gripper's channel are open and closed.
///
/// @param channel name of the state and action channel
/// @param openValue open, in the channel's unit
/// @param closedValue closed, in the channel's unit
public record GripperConvention(String channel, double openValue, double closedValue) {}

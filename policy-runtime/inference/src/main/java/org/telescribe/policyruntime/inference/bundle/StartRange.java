package org.telescribe.policyruntime.inference.bundle;

/// Where a state channel was at the beginning of the episodes that the policy learnt from.
///
/// @param channel name of the state channel
/// @param min lowest, in the channel's unit
/// @param max highest, in the channel's unit
public record StartRange(String channel, double min, double max) {}

package org.telescribe.policyruntime.inference.session;

import org.telescribe.policyruntime.inference.bundle.ChannelUnit;

/// One number of the state as the policy was told it.
///
/// @param channel name
/// @param unit unit of `value`
/// @param value as it was measured
/// @param normalised as the graph got it
/// @param outOfRange whether it is outside the channel's limits or unlike the training
public record SeenState(String channel, ChannelUnit unit, double value, float normalised, boolean outOfRange) {}

package org.telescribe.policyruntime.inference.check;

import org.telescribe.policyruntime.inference.bundle.ChannelUnit;

/// A channel that the station has.
///
/// @param name such as `left_elbow.pos`
/// @param unit unit of its numbers
/// @param min lowest that the station allows, in `unit`
/// @param max highest that the station allows, in `unit`
public record StationChannel(String name, ChannelUnit unit, double min, double max) {}

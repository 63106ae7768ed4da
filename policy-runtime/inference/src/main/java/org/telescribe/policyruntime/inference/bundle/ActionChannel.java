package org.telescribe.policyruntime.inference.bundle;

/// A number that the policy asks for.
///
/// @param name such as `left_elbow.pos`
/// @param unit unit of the limits
/// @param min lowest that may be asked for, in `unit`, measured from the channel's own zero
/// @param max highest that may be asked for, in `unit`, measured from the channel's own zero
/// @param representation what the graph's number is measured from
/// @param statistics how the graph's number becomes one in `unit`
public record ActionChannel(
        String name,
        ChannelUnit unit,
        double min,
        double max,
        ActionRepresentation representation,
        ChannelStatistics statistics) {}

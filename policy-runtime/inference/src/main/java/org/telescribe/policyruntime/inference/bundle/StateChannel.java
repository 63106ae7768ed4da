package org.telescribe.policyruntime.inference.bundle;

/// A number that the policy is told.
///
/// @param name such as `left_elbow.pos`
/// @param unit unit of the limits
/// @param min lowest that makes sense, in `unit`
/// @param max highest that makes sense, in `unit`
/// @param statistics how it is made small for the graph
public record StateChannel(String name, ChannelUnit unit, double min, double max, ChannelStatistics statistics) {
    /// {@return whether the value is outside its limits or unlike those of the training}
    ///
    /// @param value in the channel's unit
    public boolean outOfRange(double value) {
        return !(value >= min && value <= max) || statistics.unusual(value);
    }
}

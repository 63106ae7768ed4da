package org.telescribe.policyruntime.inference.bundle;

/// What the numbers of a channel are.
public enum ChannelUnit {
    /// Radians.
    RADIANS("rad"),
    /// Radians per second.
    RADIANS_PER_SECOND("rad/s"),
    /// Metres.
    METRES("m"),
    /// Metres per second.
    METRES_PER_SECOND("m/s"),
    /// Share of the way from closed (0) to open (1).
    FRACTION("fraction"),
    /// A number without a unit.
    UNITLESS("1");

    private final String word;

    ChannelUnit(String word) {
        this.word = word;
    }

    /// {@return as it is written in files}
    public String word() {
        return word;
    }
}

package org.telescribe.devices.core.port;

/// How one exchange on a servo bus ended. A value, so that a loop never sees an exception.
public enum BusOutcome {
    /// Everything arrived and was right.
    OK,
    /// No complete reply before the deadline.
    TIMEOUT,
    /// A reply whose checksum or structure is wrong.
    CORRUPT,
    /// A well-formed reply with fewer bytes than asked for.
    SHORT,
    /// A well-formed reply of a servo that was not asked.
    FOREIGN,
    /// A servo answered that it refuses the instruction.
    REFUSED,
    /// A servo raises its hardware alert (overload, overheating, voltage).
    ALERT,
    /// The port is gone: unplugged or closed.
    LINK_LOST;

    /// {@return the outcome}
    ///
    /// @param ordinal as handed over in a lane
    public static BusOutcome of(long ordinal) {
        return VALUES[(int) ordinal];
    }

    /// {@return the number that stands for it in a lane}
    @SuppressWarnings("EnumOrdinal")
    public long lane() {
        return ordinal();
    }

    /// {@return whether the joints' values of the exchange are new: an alert does not spoil them}
    public boolean hasData() {
        return this == OK || this == ALERT;
    }

    private static final BusOutcome[] VALUES = values();
}

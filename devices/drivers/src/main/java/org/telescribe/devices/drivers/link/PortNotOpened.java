package org.telescribe.devices.drivers.link;

/// A serial port could not be opened. The message says which one, why, and what to do.
public final class PortNotOpened extends Exception {
    private static final long serialVersionUID = 1L;

    /// Why a port does not open.
    public enum Reason {
        /// There is no such port.
        MISSING,
        /// Another program has it.
        BUSY,
        /// This user may not.
        FORBIDDEN,
        /// It is no serial port, or it refuses the speed.
        UNSUITABLE
    }

    /// Why, for programs.
    private final Reason reason;

    PortNotOpened(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /// {@return why, for programs}
    public Reason reason() {
        return reason;
    }
}

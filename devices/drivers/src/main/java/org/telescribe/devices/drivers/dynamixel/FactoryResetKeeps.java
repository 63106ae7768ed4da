package org.telescribe.devices.drivers.dynamixel;

/// What a servo keeps through a factory reset.
public enum FactoryResetKeeps {
    /// Nothing: it comes back as servo 1 at 57,600 baud.
    NOTHING(0xFF),
    /// Its identifier.
    ID(0x01),
    /// Its identifier and line speed.
    ID_AND_BAUD(0x02);

    private final int code;

    FactoryResetKeeps(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}

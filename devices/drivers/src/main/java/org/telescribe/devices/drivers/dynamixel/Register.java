package org.telescribe.devices.drivers.dynamixel;

/// Values of the X series' control table that this software uses.
public enum Register {
    /// Which kind of servo.
    MODEL_NUMBER(0, 2),
    /// Version of the servo's program.
    FIRMWARE_VERSION(6, 1),
    /// Identifier on the bus.
    ID(7, 1),
    /// Code of the line speed.
    BAUD_RATE(8, 1),
    /// Pause before an answer, units of 2 microseconds.
    RETURN_DELAY(9, 1),
    /// Bit 0 reverses the direction, bit 2 makes profiles time-based.
    DRIVE_MODE(10, 1),
    /// 0 current, 1 velocity, 3 position, 4 extended position, 5 current-limited position, 16 voltage.
    OPERATING_MODE(11, 1),
    /// Added to every position, counts.
    HOMING_OFFSET(20, 4),
    /// Highest current, units of the model.
    CURRENT_LIMIT(38, 2),
    /// Highest velocity, 0.229 rpm.
    VELOCITY_LIMIT(44, 4),
    /// Highest goal position, counts.
    MAX_POSITION(48, 4),
    /// Lowest goal position, counts.
    MIN_POSITION(52, 4),
    /// Whether the servo holds its goal.
    TORQUE_ENABLE(64, 1),
    /// The servo's lamp.
    LED(65, 1),
    /// 0 answers pings only, 1 pings and reads, 2 everything.
    STATUS_RETURN_LEVEL(68, 1),
    /// Why the alert bit is set.
    HARDWARE_ERROR(70, 1),
    /// Stops the servo when the bus is silent for so many times 20 ms; 0 is off.
    BUS_WATCHDOG(98, 1),
    /// Acceleration of the built-in profile.
    PROFILE_ACCELERATION(108, 4),
    /// Velocity of the built-in profile, 0.229 rpm; 0 is none.
    PROFILE_VELOCITY(112, 4),
    /// Where to go, counts.
    GOAL_POSITION(116, 4),
    /// Current now, units of the model.
    PRESENT_CURRENT(126, 2),
    /// Velocity now, 0.229 rpm.
    PRESENT_VELOCITY(128, 4),
    /// Position now, counts.
    PRESENT_POSITION(132, 4),
    /// Supply, 0.1 V.
    INPUT_VOLTAGE(144, 2),
    /// Inside the housing, degrees Celsius.
    TEMPERATURE(146, 1);

    private final int address;
    private final int bytes;

    Register(int address, int bytes) {
        this.address = address;
        this.bytes = bytes;
    }

    /// {@return address of the first byte}
    public int address() {
        return address;
    }

    /// {@return number of bytes: 1, 2 or 4}
    public int bytes() {
        return bytes;
    }
}

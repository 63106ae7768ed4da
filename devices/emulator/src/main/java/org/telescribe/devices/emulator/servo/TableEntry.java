package org.telescribe.devices.emulator.servo;

import org.jspecify.annotations.Nullable;

/// The values of the X series' control table, with who may write what.
enum TableEntry {
    MODEL_NUMBER(0, 2, Access.READ),
    MODEL_INFORMATION(2, 4, Access.READ),
    FIRMWARE(6, 1, Access.READ),
    ID(7, 1, Access.STORED, 0, 252),
    BAUD_RATE(8, 1, Access.STORED, 0, 7),
    RETURN_DELAY(9, 1, Access.STORED, 0, 254),
    DRIVE_MODE(10, 1, Access.STORED, 0, 13),
    OPERATING_MODE(11, 1, Access.STORED, 0, 16),
    SECONDARY_ID(12, 1, Access.STORED, 0, 255),
    PROTOCOL(13, 1, Access.STORED, 1, 2),
    HOMING_OFFSET(20, 4, Access.STORED, -1_044_479, 1_044_479),
    MOVING_THRESHOLD(24, 4, Access.STORED, 0, 1023),
    TEMPERATURE_LIMIT(31, 1, Access.STORED, 0, 100),
    MAX_VOLTAGE(32, 2, Access.STORED, 60, 160),
    MIN_VOLTAGE(34, 2, Access.STORED, 60, 160),
    PWM_LIMIT(36, 2, Access.STORED, 0, 885),
    CURRENT_LIMIT(38, 2, Access.STORED, 0, 1193),
    ACCELERATION_LIMIT(40, 4, Access.STORED, 0, 32_767),
    VELOCITY_LIMIT(44, 4, Access.STORED, 0, 1023),
    MAX_POSITION(48, 4, Access.STORED, 0, 4095),
    MIN_POSITION(52, 4, Access.STORED, 0, 4095),
    SHUTDOWN(63, 1, Access.STORED, 0, 255),
    TORQUE_ENABLE(64, 1, Access.WRITE, 0, 1),
    LED(65, 1, Access.WRITE, 0, 1),
    STATUS_RETURN_LEVEL(68, 1, Access.WRITE, 0, 2),
    REGISTERED(69, 1, Access.READ),
    HARDWARE_ERROR(70, 1, Access.READ),
    VELOCITY_I(76, 2, Access.WRITE, 0, 16_383),
    VELOCITY_P(78, 2, Access.WRITE, 0, 16_383),
    POSITION_D(80, 2, Access.WRITE, 0, 16_383),
    POSITION_I(82, 2, Access.WRITE, 0, 16_383),
    POSITION_P(84, 2, Access.WRITE, 0, 16_383),
    FEEDFORWARD_2(88, 2, Access.WRITE, 0, 16_383),
    FEEDFORWARD_1(90, 2, Access.WRITE, 0, 16_383),
    BUS_WATCHDOG(98, 1, Access.WRITE, 0, 127),
    GOAL_PWM(100, 2, Access.WRITE, -885, 885),
    GOAL_CURRENT(102, 2, Access.WRITE, -1193, 1193),
    GOAL_VELOCITY(104, 4, Access.WRITE, -1023, 1023),
    PROFILE_ACCELERATION(108, 4, Access.WRITE, 0, 32_767),
    PROFILE_VELOCITY(112, 4, Access.WRITE, 0, 32_767),
    GOAL_POSITION(116, 4, Access.WRITE, -1_048_575, 1_048_575),
    REALTIME_TICK(120, 2, Access.READ),
    MOVING(122, 1, Access.READ),
    MOVING_STATUS(123, 1, Access.READ),
    PRESENT_PWM(124, 2, Access.READ),
    PRESENT_CURRENT(126, 2, Access.READ),
    PRESENT_VELOCITY(128, 4, Access.READ),
    PRESENT_POSITION(132, 4, Access.READ),
    VELOCITY_TRAJECTORY(136, 4, Access.READ),
    POSITION_TRAJECTORY(140, 4, Access.READ),
    INPUT_VOLTAGE(144, 2, Access.READ),
    TEMPERATURE(146, 1, Access.READ);

    /// Who may change a value.
    enum Access {
        /// Nobody.
        READ,
        /// A client, at any time.
        WRITE,
        /// A client, while torque is off.
        STORED
    }

    static final int TABLE_BYTES = 147;

    private static final @Nullable TableEntry[] AT_ADDRESS = new @Nullable TableEntry[TABLE_BYTES];

    static {
        for (TableEntry entry : values()) {
            AT_ADDRESS[entry.address] = entry;
        }
    }

    final int address;
    final int bytes;
    final Access access;
    final int lowest;
    final int highest;

    TableEntry(int address, int bytes, Access access) {
        this(address, bytes, access, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    TableEntry(int address, int bytes, Access access, int lowest, int highest) {
        this.address = address;
        this.bytes = bytes;
        this.access = access;
        this.lowest = lowest;
        this.highest = highest;
    }

    /// {@return the value that begins at an address, or null}
    static @Nullable TableEntry at(int address) {
        return address >= 0 && address < TABLE_BYTES ? AT_ADDRESS[address] : null;
    }
}

package org.telescribe.devices.emulator.servo;

/// One servo: control table, mechanics, and what it answers. Confined to the chain's thread.
final class EmulatedServo {
    static final int ALERT_BIT = 0x80;

    private static final double RAD_PER_COUNT = 2 * Math.PI / 4096;
    private static final double RAD_PER_S_PER_COUNT = 0.229 * 2 * Math.PI / 60;
    private static final int FIRMWARE_VERSION = 46;
    private static final int REBOOT_MILLIS = 100;
    private static final int OVERLOAD = 0x20;
    private static final int MOVING_COUNTS = 10;

    private final EmulatedServoSpec spec;
    private final ServoBody body;
    private final ControlTable table = new ControlTable();
    private long rebootedNanos = Long.MIN_VALUE;
    private int preparedAddress = -1;
    private int preparedCount;
    private final byte[] prepared = new byte[TableEntry.TABLE_BYTES];

    EmulatedServo(EmulatedServoSpec spec, ServoBody body, int returnDelayUnits) {
        this.spec = spec;
        this.body = body;
        table.set(TableEntry.MODEL_NUMBER, spec.modelNumber());
        table.set(TableEntry.FIRMWARE, FIRMWARE_VERSION);
        table.set(TableEntry.ID, spec.servoId());
        table.set(TableEntry.BAUD_RATE, 3);
        table.set(TableEntry.RETURN_DELAY, returnDelayUnits);
        table.set(TableEntry.OPERATING_MODE, 3);
        table.set(TableEntry.SECONDARY_ID, 255);
        table.set(TableEntry.PROTOCOL, 2);
        table.set(TableEntry.MOVING_THRESHOLD, MOVING_COUNTS);
        table.set(TableEntry.TEMPERATURE_LIMIT, 80);
        table.set(TableEntry.MAX_VOLTAGE, 160);
        table.set(TableEntry.MIN_VOLTAGE, 95);
        table.set(TableEntry.PWM_LIMIT, 885);
        table.set(TableEntry.CURRENT_LIMIT, 1193);
        table.set(TableEntry.ACCELERATION_LIMIT, 32_767);
        table.set(TableEntry.VELOCITY_LIMIT, 480);
        table.set(TableEntry.MAX_POSITION, 4095);
        table.set(TableEntry.SHUTDOWN, 0x34);
        powerUp();
    }

    private void powerUp() {
        for (int address = TableEntry.TORQUE_ENABLE.address; address < TableEntry.TABLE_BYTES; address++) {
            TableEntry entry = TableEntry.at(address);
            if (entry != null) {
                table.set(entry, 0);
            }
        }
        table.set(TableEntry.STATUS_RETURN_LEVEL, 2);
        table.set(TableEntry.POSITION_P, 800);
        table.set(TableEntry.VELOCITY_I, 1920);
        table.set(TableEntry.VELOCITY_P, 100);
        table.set(TableEntry.INPUT_VOLTAGE, 121);
        table.set(TableEntry.TEMPERATURE, 34);
        showPosition();
        table.set(TableEntry.GOAL_POSITION, table.get(TableEntry.PRESENT_POSITION));
        preparedAddress = -1;
    }

    int id() {
        return table.get(TableEntry.ID);
    }

    int modelNumber() {
        return table.get(TableEntry.MODEL_NUMBER);
    }

    int firmware() {
        return table.get(TableEntry.FIRMWARE);
    }

    ControlTable table() {
        return table;
    }

    long returnDelayNanos() {
        return table.get(TableEntry.RETURN_DELAY) * 2_000L;
    }

    int alert() {
        return table.get(TableEntry.HARDWARE_ERROR) == 0 ? 0 : ALERT_BIT;
    }

    boolean isAwake(long nowNanos) {
        return rebootedNanos == Long.MIN_VALUE || nowNanos - rebootedNanos > REBOOT_MILLIS * 1_000_000L;
    }

    /// Brings mechanics and the values that show them up to a moment.
    void advance(long nowNanos, boolean raiseAlert) {
        if (raiseAlert && table.get(TableEntry.HARDWARE_ERROR) == 0) {
            table.set(TableEntry.HARDWARE_ERROR, OVERLOAD);
        }
        int profile = table.get(TableEntry.PROFILE_VELOCITY);
        int limit = table.get(TableEntry.VELOCITY_LIMIT);
        int speed = profile == 0 ? limit : Math.min(profile, limit);
        double goalRad = radOf(table.get(TableEntry.GOAL_POSITION));
        body.advance(nowNanos, table.get(TableEntry.TORQUE_ENABLE) != 0, goalRad, speed * RAD_PER_S_PER_COUNT);
        showPosition();
        table.set(TableEntry.REALTIME_TICK, (int) (nowNanos / 1_000_000L % 32_768));
    }

    private void showPosition() {
        int position = spec.homeCounts() + (int) Math.round(spec.direction() * body.positionRad() / RAD_PER_COUNT);
        int velocity = (int) Math.round(spec.direction() * body.velocityRadPerS() / RAD_PER_S_PER_COUNT);
        int current = (int) Math.round(spec.direction() * body.currentAmperes() / spec.amperesPerCount());
        table.set(TableEntry.PRESENT_POSITION, position);
        table.set(TableEntry.PRESENT_VELOCITY, velocity);
        table.set(TableEntry.PRESENT_CURRENT, current);
        table.set(TableEntry.POSITION_TRAJECTORY, position);
        table.set(TableEntry.VELOCITY_TRAJECTORY, velocity);
        table.set(TableEntry.MOVING, Math.abs(velocity) > table.get(TableEntry.MOVING_THRESHOLD) ? 1 : 0);
    }

    private double radOf(int counts) {
        return spec.direction() * (counts - spec.homeCounts()) * RAD_PER_COUNT;
    }

    /// Writes when it may.
    ///
    /// @return 0 or the protocol's error code
    int write(RequestReader request, int at, int address, int count) {
        int fault = table.check(request, at, address, count);
        if (fault == ControlTable.DONE) {
            boolean wasHolding = table.get(TableEntry.TORQUE_ENABLE) != 0;
            table.write(request, at, address, count);
            settle(wasHolding);
        }
        return fault;
    }

    /// Torque that comes on holds where the joint is.
    private void settle(boolean wasHolding) {
        if (!wasHolding && table.get(TableEntry.TORQUE_ENABLE) != 0) {
            table.set(TableEntry.GOAL_POSITION, table.get(TableEntry.PRESENT_POSITION));
        }
    }

    int prepare(RequestReader request, int at, int address, int count) {
        int fault = table.check(request, at, address, count);
        if (fault == ControlTable.DONE) {
            preparedAddress = address;
            preparedCount = count;
            for (int i = 0; i < count; i++) {
                prepared[i] = (byte) request.u8(at + i);
            }
            table.set(TableEntry.REGISTERED, 1);
        }
        return fault;
    }

    int carryOut() {
        if (preparedAddress < 0) {
            return 1;
        }
        boolean wasHolding = table.get(TableEntry.TORQUE_ENABLE) != 0;
        table.write(prepared, preparedAddress, preparedCount);
        settle(wasHolding);
        preparedAddress = -1;
        table.set(TableEntry.REGISTERED, 0);
        return 0;
    }

    void reboot(long nowNanos) {
        rebootedNanos = nowNanos;
        powerUp();
    }
}

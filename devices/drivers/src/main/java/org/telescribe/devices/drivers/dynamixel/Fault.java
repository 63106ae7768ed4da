package org.telescribe.devices.drivers.dynamixel;

import org.telescribe.devices.core.port.BusOutcome;

/// What was wrong in the newest exchange: primitive fields, so that a loop can note it without
/// allocating; the words are made when somebody asks. The gravest of several stays.
final class Fault {
    private BusOutcome outcome = BusOutcome.OK;
    private int servoId;
    private int errorByte;
    private boolean tooSoon;

    void clear() {
        outcome = BusOutcome.OK;
        servoId = -1;
        errorByte = 0;
        tooSoon = false;
    }

    /// Notes a fault.
    ///
    /// @param what how the exchange ended for the servo
    /// @param id servo, or -1 when it is not known
    /// @param error the answer's error byte
    void note(BusOutcome what, int id, int error) {
        if (gravity(what) > gravity(outcome)) {
            outcome = what;
            servoId = id;
            errorByte = error;
        }
    }

    void noteTooSoon() {
        tooSoon = true;
    }

    BusOutcome outcome() {
        return outcome;
    }

    private static int gravity(BusOutcome outcome) {
        return switch (outcome) {
            case OK -> 0;
            case ALERT -> 1;
            case REFUSED -> 2;
            case TIMEOUT -> 3;
            case SHORT -> 4;
            case FOREIGN -> 5;
            case CORRUPT -> 6;
            case LINK_LOST -> 7;
        };
    }

    String words(String portName) {
        String who = servoId < 0 ? "a servo on " + portName : "servo %d on %s".formatted(servoId, portName);
        return switch (outcome) {
            case OK -> "";
            case ALERT -> who + " raises its hardware alert (overload, heat or voltage)";
            case REFUSED -> "%s refuses: %s".formatted(who, reason(errorByte));
            case TIMEOUT ->
                tooSoon
                        ? who + " did not answer in time; a late answer to an earlier request was put aside"
                        : who + " did not answer in time";
            case SHORT -> who + " answered with too few bytes";
            case FOREIGN -> who + " answered and was not asked";
            case CORRUPT -> "the answer of %s arrived damaged".formatted(who);
            case LINK_LOST -> "the port %s is gone".formatted(portName);
        };
    }

    static String reason(int errorByte) {
        return switch (errorByte & 0x7F) {
            case 1 -> "it could not do it";
            case 2 -> "it does not know the instruction";
            case 3 -> "the request reached it damaged";
            case 4 -> "the value is outside the range it can have";
            case 5 -> "the value has the wrong number of bytes";
            case 6 -> "the value is beyond a limit set in the servo";
            case 7 -> "the value is read-only, unknown or locked while torque is on";
            default -> "reason %d".formatted(errorByte & 0x7F);
        };
    }
}

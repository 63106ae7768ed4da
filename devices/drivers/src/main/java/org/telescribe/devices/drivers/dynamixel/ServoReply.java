package org.telescribe.devices.drivers.dynamixel;

import java.util.List;
import org.telescribe.devices.core.port.BusOutcome;

/// What one servo answered.
///
/// @param servoId servo
/// @param outcome how the exchange ended for it
/// @param errorByte its error byte, 0 when there was no answer
/// @param data the bytes it sent; empty when there was no answer or nothing to send
public record ServoReply(int servoId, BusOutcome outcome, int errorByte, List<Byte> data) {
    /// Copies.
    public ServoReply {
        data = List.copyOf(data);
    }

    /// {@return the data as a little-endian signed number of at most four bytes}
    public int value() {
        int value = 0;
        for (int i = Math.min(data.size(), 4) - 1; i >= 0; i--) {
            value = (value << 8) | (data.get(i) & 0xFF);
        }
        return switch (data.size()) {
            case 1 -> value;
            case 2 -> (short) value;
            default -> value;
        };
    }

    /// {@return why the servo refuses, in words}
    public String reason() {
        return Fault.reason(errorByte);
    }
}

package org.telescribe.devices.drivers.link;

import java.nio.file.Path;
import org.telescribe.devices.core.port.ByteLink;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.posix.SerialDevice;
import org.telescribe.devices.posix.SystemCallRefused;

/// A serial line through Linux's own calls: waits to the microsecond, allocates nothing.
public final class PosixLink implements ByteLink {
    private final String portName;
    private final SerialDevice device;

    private PosixLink(String portName, SerialDevice device) {
        this.portName = portName;
        this.device = device;
    }

    /// Opens a port for this program alone.
    ///
    /// @param portName path of the device, such as `/dev/ttyUSB0`
    /// @param bitsPerSecond line speed
    /// @param clock the session clock
    /// @return the open line
    /// @throws PortNotOpened with a sentence that says why
    public static PosixLink open(String portName, int bitsPerSecond, SessionClock clock) throws PortNotOpened {
        try {
            return new PosixLink(portName, SerialDevice.open(Path.of(portName), bitsPerSecond, clock));
        } catch (SystemCallRefused refused) {
            PortNotOpened failure = switch (refused.errno()) {
                case SystemCallRefused.NO_ENTRY, SystemCallRefused.NO_DEVICE -> PortRefusal.missing(portName);
                case SystemCallRefused.NO_ACCESS -> PortRefusal.forbidden(portName);
                case SystemCallRefused.BUSY -> PortRefusal.busy(portName);
                default -> PortRefusal.unsuitable(portName, bitsPerSecond, String.valueOf(refused.getMessage()));
            };
            failure.initCause(refused);
            throw failure;
        }
    }

    @Override
    public String portName() {
        return portName;
    }

    @Override
    public int write(byte[] bytes, int offset, int length) {
        return device.write(bytes, offset, length);
    }

    @Override
    public int read(byte[] into, int offset, int maxLength, long deadlineNanos) {
        return device.read(into, offset, maxLength, deadlineNanos);
    }

    @Override
    public void discardInput() {
        device.discardInput();
    }

    @Override
    public void close() {
        device.close();
    }
}

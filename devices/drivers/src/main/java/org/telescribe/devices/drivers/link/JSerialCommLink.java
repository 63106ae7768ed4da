package org.telescribe.devices.drivers.link;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.util.concurrent.locks.LockSupport;
import org.telescribe.devices.core.port.ByteLink;
import org.telescribe.devices.core.time.SessionClock;

/// A serial line on any system. The library waits in steps of 100 ms, so it is never asked to wait: it
/// is asked again and again in short pauses until the deadline.
public final class JSerialCommLink implements ByteLink {
    private static final long PAUSE_NANOS = 100_000L;
    private static final int BYTE_BITS = 8;

    private final String portName;
    private final SerialPort port;
    private final SessionClock clock;
    private boolean closed;

    private JSerialCommLink(String portName, SerialPort port, SessionClock clock) {
        this.portName = portName;
        this.port = port;
        this.clock = clock;
    }

    /// Opens a port for this program alone.
    ///
    /// @param portName what the system calls it: a path, or a name such as `COM3`
    /// @param bitsPerSecond line speed
    /// @param clock the session clock
    /// @return the open line
    /// @throws PortNotOpened with a sentence that says why
    public static JSerialCommLink open(String portName, int bitsPerSecond, SessionClock clock) throws PortNotOpened {
        SerialPort port;
        try {
            port = SerialPort.getCommPort(portName);
        } catch (SerialPortInvalidPortException missing) {
            PortNotOpened failure = PortRefusal.missing(portName);
            failure.initCause(missing);
            throw failure;
        }
        port.setComPortParameters(bitsPerSecond, BYTE_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
        // The library's number of the last error may be set after a success, so it says only what a failure was.
        if (!port.openPort(0)) {
            throw PortRefusal.guess(portName, bitsPerSecond, "reason %d".formatted(port.getLastErrorCode()));
        }
        return new JSerialCommLink(portName, port, clock);
    }

    @Override
    public String portName() {
        return portName;
    }

    @Override
    public int write(byte[] bytes, int offset, int length) {
        if (closed) {
            return LINK_LOST;
        }
        int written = 0;
        while (written < length) {
            int sent = port.writeBytes(bytes, length - written, offset + written);
            if (sent <= 0) {
                return LINK_LOST;
            }
            written += sent;
        }
        return length;
    }

    @Override
    public int read(byte[] into, int offset, int maxLength, long deadlineNanos) {
        while (!closed) {
            int available = port.bytesAvailable();
            if (available < 0) {
                return LINK_LOST;
            }
            if (available > 0) {
                int taken = port.readBytes(into, Math.min(available, maxLength), offset);
                return taken < 0 ? LINK_LOST : taken;
            }
            long remainingNanos = deadlineNanos - clock.nanoTime();
            if (remainingNanos <= 0) {
                return 0;
            }
            LockSupport.parkNanos(Math.min(remainingNanos, PAUSE_NANOS));
        }
        return LINK_LOST;
    }

    @Override
    public void discardInput() {
        if (!closed) {
            port.flushIOBuffers();
        }
    }

    @Override
    public void close() {
        closed = true;
        port.closePort();
    }
}

package org.telescribe.devices.drivers.link;

import com.fazecast.jSerialComm.SerialPort;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.telescribe.devices.core.port.ByteLink;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.posix.LinuxOnly;

/// The machine's serial ports.
public final class SerialPorts {
    private static final String UNKNOWN = "Unknown";

    private SerialPorts() {}

    /// {@return the ports that are plugged in, by name}
    public static List<SerialPortInfo> list() {
        return Arrays.stream(SerialPort.getCommPorts())
                .map(SerialPorts::info)
                .sorted(Comparator.comparing(SerialPortInfo::portName))
                .toList();
    }

    private static SerialPortInfo info(SerialPort port) {
        return new SerialPortInfo(
                port.getSystemPortPath(),
                known(port.getDescriptivePortName()),
                known(port.getSerialNumber()),
                port.getVendorID(),
                port.getProductID());
    }

    private static String known(String text) {
        return UNKNOWN.equals(text) ? "" : text;
    }

    /// Opens a port in the way that suits the machine best.
    ///
    /// @param portName a path, or a name such as `COM3`
    /// @param bitsPerSecond line speed
    /// @param clock the session clock
    /// @return the open line
    /// @throws PortNotOpened with a sentence that says why
    public static ByteLink open(String portName, int bitsPerSecond, SessionClock clock) throws PortNotOpened {
        return LinuxOnly.isHere()
                ? PosixLink.open(portName, bitsPerSecond, clock)
                : JSerialCommLink.open(portName, bitsPerSecond, clock);
    }
}

package org.telescribe.devices.drivers.link;

import java.nio.file.Files;
import java.nio.file.Path;

/// The sentences for ports that do not open.
final class PortRefusal {
    private PortRefusal() {}

    static PortNotOpened missing(String port) {
        return new PortNotOpened(
                PortNotOpened.Reason.MISSING,
                "There is no serial port %s. Plug the adapter in, check its cable, then choose one of the ports that are listed."
                        .formatted(port));
    }

    static PortNotOpened busy(String port) {
        return new PortNotOpened(
                PortNotOpened.Reason.BUSY,
                "The serial port %s is in use by %s. Close that program, then try again."
                        .formatted(port, PortHolder.of(Path.of(port))));
    }

    static PortNotOpened forbidden(String port) {
        return new PortNotOpened(
                PortNotOpened.Reason.FORBIDDEN,
                "This user may not open the serial port %s. Run \"sudo usermod -aG dialout $USER\", log out and in again."
                        .formatted(port));
    }

    static PortNotOpened unsuitable(String port, int bitsPerSecond, String reason) {
        return new PortNotOpened(
                PortNotOpened.Reason.UNSUITABLE,
                "%s cannot be used as a serial port at %d baud (%s). Choose another port or another speed."
                        .formatted(port, bitsPerSecond, reason));
    }

    /// The sentence for a port that did not open for a reason the library does not tell.
    static PortNotOpened guess(String port, int bitsPerSecond, String reason) {
        Path device = Path.of(port);
        boolean isPath = device.isAbsolute();
        if (isPath && !Files.exists(device)) {
            return missing(port);
        }
        if (isPath && !(Files.isReadable(device) && Files.isWritable(device))) {
            return forbidden(port);
        }
        String holder = isPath ? PortHolder.of(device) : "";
        return holder.startsWith("process") || holder.startsWith("this")
                ? busy(port)
                : unsuitable(port, bitsPerSecond, reason);
    }
}

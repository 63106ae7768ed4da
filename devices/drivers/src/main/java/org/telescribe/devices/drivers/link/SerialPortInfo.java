package org.telescribe.devices.drivers.link;

/// A serial port that the machine has.
///
/// @param portName what to open: a path, or a name such as `COM3`
/// @param description what the adapter calls itself
/// @param serialNumber the adapter's own serial number; empty when it has none
/// @param vendorId USB vendor, -1 when it is not on USB
/// @param productId USB product, -1 when it is not on USB
public record SerialPortInfo(String portName, String description, String serialNumber, int vendorId, int productId) {}

package org.telescribe.teleop.ui.station;

/// One line of the device list.
///
/// @param badge `L`, `R`, or a camera's number
/// @param style style class of the badge
/// @param name what it is
/// @param rate readings or frames a second, hertz; NaN before it is known
/// @param health how it is
/// @param word health in a word
record DeviceRow(String badge, String style, String name, double rate, Health health, String word) {
    /// How a device is.
    enum Health {
        OK,
        WARN,
        BAD
    }
}

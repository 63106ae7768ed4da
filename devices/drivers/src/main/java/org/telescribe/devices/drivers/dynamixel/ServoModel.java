package org.telescribe.devices.drivers.dynamixel;

/// Kinds of servos and what their current is counted in.
public enum ServoModel {
    /// XL330-M077, small.
    XL330_M077(1190, 1.0e-3),
    /// XL330-M288, small.
    XL330_M288(1200, 1.0e-3),
    /// XC330-T181.
    XC330_T181(1210, 1.0e-3),
    /// XC330-T288.
    XC330_T288(1220, 1.0e-3),
    /// XM430-W350.
    XM430_W350(1020, 2.69e-3),
    /// XM540-W270.
    XM540_W270(1120, 2.69e-3),
    /// XH540-W150.
    XH540_W150(1110, 2.69e-3);

    private final int modelNumber;
    private final double amperesPerCount;

    ServoModel(int modelNumber, double amperesPerCount) {
        this.modelNumber = modelNumber;
        this.amperesPerCount = amperesPerCount;
    }

    /// {@return the number that the servo gives for itself}
    public int modelNumber() {
        return modelNumber;
    }

    /// {@return amperes of one count of current}
    public double amperesPerCount() {
        return amperesPerCount;
    }
}

package org.telescribe.devices.core.frame;

/// Layout of a picture's bytes.
public enum PixelFormat {
    /// Planar 4:2:0, BT.601, limited range (16..235): a full Y plane, then U and V at half width and
    /// half height, rows without padding. What encoders take; every
    /// [org.telescribe.devices.core.port.CameraSource] delivers it.
    I420;

    /// {@return bytes of one picture}
    ///
    /// @param width pixels, even
    /// @param height pixels, even
    public int bytes(int width, int height) {
        return width * height * 3 / 2;
    }
}

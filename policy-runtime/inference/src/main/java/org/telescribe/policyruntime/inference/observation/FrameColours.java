package org.telescribe.policyruntime.inference.observation;

import java.nio.ByteBuffer;
import org.telescribe.devices.core.frame.PooledFrame;

/// Makes red, green and blue of cameras' frames: BT.601, limited range; the four pixels that share a
/// colour difference all get it as it is.
public final class FrameColours {
    private FrameColours() {}

    /// Converts a frame, which the caller holds.
    ///
    /// @param frame the frame
    /// @param rgb where it goes, three bytes for each pixel: red, green, blue, row by row
    public static void toRgb(PooledFrame frame, byte[] rgb) {
        int width = frame.width();
        int height = frame.height();
        if (rgb.length != width * height * 3) {
            throw new IllegalArgumentException("a frame of %d x %d needs %d bytes, not %d"
                    .formatted(width, height, width * height * 3, rgb.length));
        }
        ByteBuffer pixels = frame.pixels();
        int blues = width * height;
        int reds = blues + blues / 4;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int chroma = (y / 2) * (width / 2) + x / 2;
                int luma = 298 * ((pixels.get(y * width + x) & 0xff) - 16) + 128;
                int blue = (pixels.get(blues + chroma) & 0xff) - 128;
                int red = (pixels.get(reds + chroma) & 0xff) - 128;
                int to = (y * width + x) * 3;
                rgb[to] = toByte(luma + 409 * red);
                rgb[to + 1] = toByte(luma - 100 * blue - 208 * red);
                rgb[to + 2] = toByte(luma + 516 * blue);
            }
        }
    }

    private static byte toByte(int times256) {
        return (byte) Math.clamp(times256 >> 8, 0, 255);
    }
}

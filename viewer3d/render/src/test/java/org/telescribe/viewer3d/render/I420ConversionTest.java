package org.telescribe.viewer3d.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class I420ConversionTest {
    private static byte[] convert(int[] argb, int width, int height) {
        I420Conversion conversion = new I420Conversion(width, height);
        conversion.convert(IntBuffer.wrap(argb));
        ByteBuffer out = ByteBuffer.allocate(width * height * 3 / 2);
        conversion.copyTo(out);
        return out.array();
    }

    @Test
    void everyGreyIsTheNearestLimitedRangeLumaAndHasNoColour() {
        for (int grey = 0; grey < 256; grey++) {
            int argb = 0xFF000000 | grey << 16 | grey << 8 | grey;
            byte[] planes = convert(new int[] {argb, argb, argb, argb}, 2, 2);
            assertEquals(Math.round(16 + 219.0 * grey / 255), planes[0] & 0xFF, "grey " + grey);
            assertEquals(128, planes[4] & 0xFF, "grey " + grey);
            assertEquals(128, planes[5] & 0xFF, "grey " + grey);
        }
    }

    /// Against BT.601's own formulas in floating point.
    @Test
    void randomColoursAreWithinRoundingOfTheStandard() {
        long seed = 77;
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            int[] argb = new int[4];
            double cb = 0;
            double cr = 0;
            double y0 = 0;
            for (int i = 0; i < 4; i++) {
                argb[i] = 0xFF000000 | random.nextInt(1 << 24);
                double r = (argb[i] >> 16 & 0xFF) / 255.0;
                double g = (argb[i] >> 8 & 0xFF) / 255.0;
                double b = (argb[i] & 0xFF) / 255.0;
                double y = 0.299 * r + 0.587 * g + 0.114 * b;
                y0 = i == 0 ? y : y0;
                cb += (b - y) / 1.772 / 4;
                cr += (r - y) / 1.402 / 4;
            }
            byte[] planes = convert(argb, 2, 2);
            assertEquals(16 + 219 * y0, planes[0] & 0xFF, 0.503, "seed " + seed);
            assertEquals(128 + 224 * cb, planes[4] & 0xFF, 0.503, "seed " + seed);
            assertEquals(128 + 224 * cr, planes[5] & 0xFF, 0.503, "seed " + seed);
        }
    }

    @Test
    void beforeTheFirstPictureTheFrameIsBlack() {
        I420Conversion conversion = new I420Conversion(2, 2);
        ByteBuffer out = ByteBuffer.allocate(6);
        conversion.copyTo(out);
        assertEquals(ByteBuffer.wrap(new byte[] {16, 16, 16, 16, (byte) 128, (byte) 128}), out);
    }
}

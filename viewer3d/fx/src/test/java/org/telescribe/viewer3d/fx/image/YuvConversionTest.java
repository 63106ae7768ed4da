package org.telescribe.viewer3d.fx.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YuvConversionTest {
    private static int convert(int y, int u, int v) {
        ByteBuffer pixels = ByteBuffer.allocate(6);
        for (int i = 0; i < 4; i++) {
            pixels.put(i, (byte) y);
        }
        pixels.put(4, (byte) u).put(5, (byte) v);
        int[] argb = new int[4];
        new YuvConversion(2, 2).toArgb(pixels, argb);
        return argb[3];
    }

    /// The 100 % colour bars of ITU-R BT.601 as limited-range bytes.
    @ParameterizedTest
    @CsvSource({
        "235, 128, 128, 255, 255, 255",
        "210, 16, 146, 255, 255, 0",
        "170, 166, 16, 0, 255, 255",
        "145, 54, 34, 0, 255, 0",
        "106, 202, 222, 255, 0, 255",
        "81, 90, 240, 255, 0, 0",
        "41, 240, 110, 0, 0, 255",
        "16, 128, 128, 0, 0, 0"
    })
    void colourBarsComeOutWithinTwo(int y, int u, int v, int red, int green, int blue) {
        int argb = convert(y, u, v);
        assertEquals(red, argb >> 16 & 0xFF, 2);
        assertEquals(green, argb >> 8 & 0xFF, 2);
        assertEquals(blue, argb & 0xFF, 2);
    }

    @Test
    void everyPixelHasItsOwnBrightnessAndEverySquareOfFourItsOwnColour() {
        int width = 12;
        int height = 6;
        ByteBuffer pixels = ByteBuffer.allocate(width * height * 3 / 2);
        new Random(3).nextBytes(pixels.array());
        int[] argb = new int[width * height];
        new YuvConversion(width, height).toArgb(pixels, argb);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int u = width * height + (y / 2) * (width / 2) + x / 2;
                int v = u + width * height / 4;
                int alone = convert(pixels.get(y * width + x), pixels.get(u), pixels.get(v));
                assertEquals(alone, argb[y * width + x], x + ", " + y);
            }
        }
    }

    @Test
    void greyRampHasNoTintAndNoError() {
        for (int grey = 0; grey <= 255; grey++) {
            int y = Math.round(16 + grey * 219 / 255f);
            int argb = convert(y, 128, 128);
            assertEquals(argb >> 16 & 0xFF, argb & 0xFF, "tint at grey " + grey);
            assertEquals(grey, argb & 0xFF, 1);
        }
    }

    @Test
    void levelsOutsideTheRangeAreClamped() {
        assertEquals(0xFF000000, convert(0, 128, 128));
        assertEquals(0xFFFFFFFF, convert(255, 128, 128));
    }
}

package org.telescribe.policyruntime.inference.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.frame.PooledFrame;

class FrameColoursTest {
    @Test
    void knownColoursComeOutInTheirPlaces() {
        PooledFrame frame = Objects.requireNonNull(new FramePool(1, 4, 2, false).take());
        ByteBuffer pixels = frame.pixels();
        // left: 75 % red of the colour bars without set-up; right: black and white
        pixels.put(new byte[] {65, 65, 16, (byte) 235, 65, 65, 16, (byte) 235});
        pixels.put(new byte[] {100, (byte) 128});
        pixels.put(new byte[] {(byte) 212, (byte) 128});
        byte[] rgb = new byte[4 * 2 * 3];
        FrameColours.toRgb(frame, rgb);
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 2; column++) {
                assertPixel(rgb, row * 4 + column, 191, 0, 0);
            }
            assertPixel(rgb, row * 4 + 2, 0, 0, 0);
            assertPixel(rgb, row * 4 + 3, 255, 255, 255);
        }
        assertThrows(IllegalArgumentException.class, () -> FrameColours.toRgb(frame, new byte[23]));
    }

    private static void assertPixel(byte[] rgb, int pixel, int red, int green, int blue) {
        assertEquals(red, rgb[pixel * 3] & 0xff, 1);
        assertEquals(green, rgb[pixel * 3 + 1] & 0xff, 1);
        assertEquals(blue, rgb[pixel * 3 + 2] & 0xff, 1);
    }
}

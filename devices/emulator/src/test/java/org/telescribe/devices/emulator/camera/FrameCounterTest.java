package org.telescribe.devices.emulator.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameCounterTest {
    @ParameterizedTest
    @CsvSource({"640, 480", "320, 240", "1280, 720", "424, 240"})
    void everyNumberIsReadBackFromANoisyPicture(int width, int height) {
        long seed = 11L;
        Random random = new Random(seed);
        ByteBuffer picture = ByteBuffer.allocate(width * height * 3 / 2);
        NoisePicture noise = new NoisePicture(width, height, seed);
        for (int round = 0; round < 200; round++) {
            int number = round < 2 ? -round : random.nextInt();
            noise.draw(picture, round);
            FrameCounter.draw(picture, width, height, number);
            // As a lossy encoder does: less contrast, and grains everywhere.
            for (int i = 0; i < width * 32; i++) {
                int value = picture.get(i) & 0xFF;
                picture.put(i, (byte) (60 + value / 2 + random.nextInt(41) - 20));
            }
            assertEquals(Integer.toUnsignedLong(number), FrameCounter.read(picture, width, width), "seed " + seed);
        }
    }

    @Test
    void aPictureWithoutACounterIsUnreadable() {
        ByteBuffer picture = ByteBuffer.allocate(640 * 480 * 3 / 2);
        assertEquals(FrameCounter.UNREADABLE, FrameCounter.read(picture, 640, 640));
        new NoisePicture(640, 480, 1).draw(picture, 5);
        assertEquals(FrameCounter.UNREADABLE, FrameCounter.read(picture, 640, 640));
    }

    @Test
    void oneWrongCellIsNoticed() {
        ByteBuffer picture = ByteBuffer.allocate(640 * 480 * 3 / 2);
        for (int bit = 0; bit < 36; bit++) {
            FrameCounter.draw(picture, 640, 480, 0x1234_5678);
            int cell = FrameCounter.cellPixels(640);
            for (int row = 0; row < cell; row++) {
                for (int column = 0; column < cell; column++) {
                    int at = row * 640 + (2 + bit) * cell + column;
                    picture.put(at, (byte) (251 - (picture.get(at) & 0xFF)));
                }
            }
            assertEquals(FrameCounter.UNREADABLE, FrameCounter.read(picture, 640, 640), "cell " + bit);
        }
    }
}

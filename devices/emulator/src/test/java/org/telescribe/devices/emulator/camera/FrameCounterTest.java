package org.telescribe.devices.emulator.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameCounterTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    private final ByteBuffer picture = ByteBuffer.allocate(WIDTH * HEIGHT * 3 / 2);

    @Test
    void everyNumberIsReadBackFromAPictureThatLostContrastAndGainedGrain() {
        long seed = 11L;
        Random random = new Random(seed);
        NoisePictures noise = new NoisePictures(WIDTH, HEIGHT, seed);
        for (int round = 0; round < 300; round++) {
            long number = round < 2 ? -round & 0xFFFF_FFFFL : random.nextInt() & 0xFFFF_FFFFL;
            noise.next(picture, number);
            for (int i = 0; i < WIDTH * 32; i++) {
                int value = picture.get(i) & 0xFF;
                picture.put(i, (byte) (62 + value / 2 + random.nextInt(41) - 20));
            }
            assertEquals(number, FrameCounter.read(picture, WIDTH), "seed " + seed);
        }
    }

    @Test
    void aPictureWithoutACounterIsUnreadable() {
        assertEquals(FrameCounter.UNREADABLE, FrameCounter.read(picture, WIDTH));
    }

    @Test
    void oneWrongCellIsNoticed() {
        for (int bit = 0; bit < 32; bit++) {
            FrameCounter.draw(picture, WIDTH, HEIGHT, 0x1234_5678L);
            for (int row = 0; row < 16; row++) {
                for (int column = 0; column < 16; column++) {
                    int at = row * WIDTH + bit * 16 + column;
                    picture.put(at, (byte) (251 - (picture.get(at) & 0xFF)));
                }
            }
            assertEquals(FrameCounter.UNREADABLE, FrameCounter.read(picture, WIDTH), "cell " + bit);
        }
    }
}

package org.telescribe.devices.emulator.camera;

import java.nio.ByteBuffer;

/// A 32-bit number drawn into a picture so that it survives lossy video: 32 cells of 16 x 16 pixels,
/// black or white, and below them the same cells inverted, so that a damaged number is noticed.
/// Pictures must be at least 512 x 32 pixels.
public final class FrameCounter {
    /// Returned when the cells do not hold a number.
    public static final long UNREADABLE = -1;

    private static final int CELL = 16;
    private static final int BITS = 32;
    private static final int INSET = 4;
    private static final byte WHITE = (byte) 235;
    private static final byte BLACK = 16;
    private static final byte NO_COLOUR = (byte) 128;
    private static final int MIDDLE = 125;

    private FrameCounter() {}

    /// Draws a number into the upper left corner.
    ///
    /// @param i420 the picture, position 0
    /// @param width pixels, at least 512
    /// @param height pixels, at least 32
    /// @param number its lower 32 bits are drawn
    public static void draw(ByteBuffer i420, int width, int height, long number) {
        for (int bit = 0; bit < BITS; bit++) {
            boolean one = (number >> (BITS - 1 - bit) & 1) == 1;
            fill(i420, width, bit, 0, one ? WHITE : BLACK);
            fill(i420, width, bit, 1, one ? BLACK : WHITE);
        }
        int lumaSize = width * height;
        int chromaWidth = width / 2;
        for (int plane = 0; plane < 2; plane++) {
            int start = lumaSize + plane * lumaSize / 4;
            for (int y = 0; y < CELL; y++) {
                for (int x = 0; x < BITS * CELL / 2; x++) {
                    i420.put(start + y * chromaWidth + x, NO_COLOUR);
                }
            }
        }
    }

    private static void fill(ByteBuffer i420, int width, int column, int row, byte luma) {
        for (int y = row * CELL; y < (row + 1) * CELL; y++) {
            int start = y * width + column * CELL;
            for (int x = 0; x < CELL; x++) {
                i420.put(start + x, luma);
            }
        }
    }

    /// {@return the number in a picture, 0 to 2^32 - 1, or UNREADABLE}
    ///
    /// @param luma the picture's luma plane, position 0, rows of `stride` bytes
    /// @param stride bytes from one row to the next
    public static long read(ByteBuffer luma, int stride) {
        long number = 0;
        for (int bit = 0; bit < BITS; bit++) {
            boolean one = bright(luma, stride, bit, 0);
            if (one == bright(luma, stride, bit, 1)) {
                return UNREADABLE;
            }
            number = number << 1 | (one ? 1 : 0);
        }
        return number;
    }

    private static boolean bright(ByteBuffer luma, int stride, int column, int row) {
        int sum = 0;
        int count = 0;
        for (int y = row * CELL + INSET; y < (row + 1) * CELL - INSET; y++) {
            for (int x = column * CELL + INSET; x < (column + 1) * CELL - INSET; x++) {
                sum += luma.get(y * stride + x) & 0xFF;
                count++;
            }
        }
        return sum > MIDDLE * count;
    }
}

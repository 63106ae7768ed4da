package org.telescribe.devices.emulator.camera;

import java.nio.ByteBuffer;

/// A number drawn into a picture as black and white cells, large enough to survive a lossy encoder. A
/// row across the top of the picture: a black and a white cell to measure by, 32 cells of number with
/// the highest bit first, 4 cells of
/// parity, 2 cells of margin; 40 cells in all.
public final class FrameCounter {
    /// Returned when no number can be read.
    public static final long UNREADABLE = -1;

    private static final int CELLS = 40;
    private static final int NUMBER_BITS = 32;
    private static final int PARITY_BITS = 4;
    private static final int BLACK = 16;
    private static final int WHITE = 235;
    private static final int GREY = 128;
    private static final int LEAST_CONTRAST = 60;

    private FrameCounter() {}

    /// {@return edge of a cell, pixels; even}
    ///
    /// @param width of the picture, pixels, at least 160
    public static int cellPixels(int width) {
        return width / CELLS / 2 * 2;
    }

    /// Draws a number.
    ///
    /// @param i420 picture, from index 0
    /// @param width pixels
    /// @param height pixels
    /// @param number 32 bits
    public static void draw(ByteBuffer i420, int width, int height, int number) {
        int cell = cellPixels(width);
        for (int index = 0; index < 2 + NUMBER_BITS + PARITY_BITS; index++) {
            fill(i420, index * cell, cell, width, isWhite(index, number) ? WHITE : BLACK);
        }
        int chroma = width * height;
        for (int plane = 0; plane < 2; plane++) {
            for (int row = 0; row < cell / 2; row++) {
                for (int column = 0; column < CELLS * cell / 2; column++) {
                    i420.put(chroma + row * (width / 2) + column, (byte) GREY);
                }
            }
            chroma += width / 2 * (height / 2);
        }
    }

    private static boolean isWhite(int index, int number) {
        if (index < 2) {
            return index == 1;
        }
        int bit = index - 2;
        return bit < NUMBER_BITS
                ? (number >>> (NUMBER_BITS - 1 - bit) & 1) != 0
                : (parity(number) >> (NUMBER_BITS + PARITY_BITS - 1 - bit) & 1) != 0;
    }

    private static void fill(ByteBuffer luma, int left, int cell, int width, int value) {
        for (int row = 0; row < cell; row++) {
            for (int column = left; column < left + cell; column++) {
                luma.put(row * width + column, (byte) value);
            }
        }
    }

    /// A checksum of 4 bits, polynomial x4 + x + 1: every single wrong cell is noticed.
    private static int parity(int number) {
        int sum = 0xF;
        for (int bit = NUMBER_BITS - 1; bit >= 0; bit--) {
            int feedback = ((sum >> 3) ^ (number >>> bit)) & 1;
            sum = ((sum << 1) & 0xF) ^ (feedback * 0x3);
        }
        return sum;
    }

    /// Reads a number.
    ///
    /// @param luma brightness plane, from index 0
    /// @param strideBytes from one row to the next
    /// @param width of the picture, pixels
    /// @return the number, 0 to 4,294,967,295, or [#UNREADABLE]
    public static long read(ByteBuffer luma, int strideBytes, int width) {
        int cell = cellPixels(width);
        int black = average(luma, 0, cell, strideBytes);
        int white = average(luma, cell, cell, strideBytes);
        if (white - black < LEAST_CONTRAST) {
            return UNREADABLE;
        }
        int middle = (white + black) / 2;
        long bits = 0;
        for (int bit = 0; bit < NUMBER_BITS + PARITY_BITS; bit++) {
            boolean isWhite = average(luma, (2 + bit) * cell, cell, strideBytes) > middle;
            bits = bits << 1 | (isWhite ? 1 : 0);
        }
        long number = bits >>> PARITY_BITS;
        return parity((int) number) == (bits & 0xF) ? number : UNREADABLE;
    }

    /// The middle of a cell, where the neighbours do not reach.
    private static int average(ByteBuffer luma, int left, int cell, int strideBytes) {
        int margin = cell / 4;
        int sum = 0;
        int count = 0;
        for (int row = margin; row < cell - margin; row++) {
            for (int column = left + margin; column < left + cell - margin; column++) {
                sum += luma.get(row * strideBytes + column) & 0xFF;
                count++;
            }
        }
        return sum / count;
    }
}

package org.telescribe.devices.emulator.camera;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How frames go from a camera process to the recorder's over a Unix domain socket: a header of 40
/// bytes, little-endian, then the I420 picture.
///
/// | bytes | what |
/// |---|---|
/// | 0..3 | magic `TSF1` |
/// | 4..7 | length of the picture, bytes |
/// | 8..15 | frame number |
/// | 16..23 | capture stamp, `CLOCK_MONOTONIC`, nanoseconds |
/// | 24..27 | width, pixels |
/// | 28..31 | height, pixels |
/// | 32..35 | nominal rate, thousandths of a hertz |
/// | 36..39 | reserved, 0 |
final class FrameStream {
    static final int HEADER_BYTES = 40;
    private static final int MAGIC = 0x31465354;

    private FrameStream() {}

    /// A frame's header.
    record Header(int length, long sequence, long captureNanos, int width, int height, double framesPerSecond) {
        void write(ByteBuffer into) {
            into.clear();
            into.order(ByteOrder.LITTLE_ENDIAN);
            into.putInt(MAGIC).putInt(length).putLong(sequence).putLong(captureNanos);
            into.putInt(width)
                    .putInt(height)
                    .putInt((int) Math.round(framesPerSecond * 1000))
                    .putInt(0);
            into.flip();
        }

        /// {@return the header in a buffer of 40 bytes}
        ///
        /// @throws IllegalArgumentException when it is none
        static Header read(ByteBuffer from) {
            ByteBuffer little = from.duplicate().order(ByteOrder.LITTLE_ENDIAN);
            if (little.getInt() != MAGIC) {
                throw new IllegalArgumentException("the camera process sent something that is no frame");
            }
            int length = little.getInt();
            long sequence = little.getLong();
            long captureNanos = little.getLong();
            return new Header(
                    length, sequence, captureNanos, little.getInt(), little.getInt(), little.getInt() / 1000.0);
        }
    }
}

package org.telescribe.teleop.episode.video;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// As much of AV1's headers as says whether a picture is kept as a reference: section 5.5 and 5.9 of the
/// AV1 specification, up to `refresh_frame_flags`. What is rare is answered with "it is needed".
///
/// @param forcedScreenContent 0, 1, or 2 when each picture says
/// @param forcedIntegerMotion 0, 1, or 2 when each picture says
/// @param orderHintBits length of a picture's order hint, bits
record Av1Headers(int forcedScreenContent, int forcedIntegerMotion, int orderHintBits) {
    private static final int SEQUENCE_HEADER = 1;
    private static final int FRAME_HEADER = 3;
    private static final int FRAME = 6;
    private static final int EACH_PICTURE_SAYS = 2;
    private static final int LEVELS_WITHOUT_TIER = 7;
    private static final int INTER_FRAME = 1;

    /// {@return the sequence header among some units, or null when there is none or it is of a rare kind}
    static @Nullable Av1Headers ofUnits(MemorySegment bytes) {
        Units units = new Units(bytes);
        while (units.next()) {
            if (units.type() == SEQUENCE_HEADER) {
                return sequence(units.payload());
            }
        }
        return null;
    }

    private static @Nullable Av1Headers sequence(Bits bits) {
        bits.skip(3 + 1); // profile, still picture
        boolean reduced = bits.flag();
        boolean timing = bits.flag();
        if (reduced || timing) {
            return null; // rare in a file
        }
        boolean displayDelay = bits.flag();
        int operatingPoints = bits.read(5) + 1;
        for (int i = 0; i < operatingPoints; i++) {
            bits.skip(12);
            if (bits.read(5) > LEVELS_WITHOUT_TIER) {
                bits.skip(1);
            }
            if (displayDelay && bits.flag()) {
                bits.skip(4);
            }
        }
        int widthBits = bits.read(4) + 1;
        int heightBits = bits.read(4) + 1;
        bits.skip(widthBits + heightBits);
        if (bits.flag()) {
            return null; // frames with identifiers
        }
        bits.skip(3 + 4); // block size, intra filters; compound and warped tools
        boolean orderHint = bits.flag();
        if (orderHint) {
            bits.skip(2);
        }
        int screenContent = bits.flag() ? EACH_PICTURE_SAYS : bits.read(1);
        int integerMotion = EACH_PICTURE_SAYS;
        if (screenContent > 0 && !bits.flag()) {
            integerMotion = bits.read(1);
        }
        return new Av1Headers(screenContent, integerMotion, orderHint ? bits.read(3) + 1 : 0);
    }

    /// {@return whether all of a packet's pictures are shown and kept as reference for none}
    boolean noPictureNeeds(MemorySegment packet) {
        Units units = new Units(packet);
        boolean seen = false;
        while (units.next()) {
            if (units.type() == FRAME_HEADER || units.type() == FRAME) {
                if (isNeeded(units.payload())) {
                    return false;
                }
                seen = true;
            }
        }
        return seen && units.whole();
    }

    private boolean isNeeded(Bits bits) {
        if (bits.flag()) {
            return true; // shows a picture decoded before
        }
        boolean inter = bits.read(2) == INTER_FRAME;
        boolean shown = bits.flag();
        if (!inter || !shown) {
            return true;
        }
        boolean errorResilient = bits.flag();
        bits.skip(1); // whether its statistics are kept
        int screenContent = forcedScreenContent == EACH_PICTURE_SAYS ? bits.read(1) : forcedScreenContent;
        if (screenContent == 1 && forcedIntegerMotion == EACH_PICTURE_SAYS) {
            bits.skip(1);
        }
        bits.skip(1 + orderHintBits); // own size, order hint
        if (!errorResilient) {
            bits.skip(3); // which picture its statistics go on from
        }
        return bits.read(8) != 0; // the references that it replaces
    }

    /// The units of a packet, one after the other.
    private static final class Units {
        private final MemorySegment bytes;
        private long nextAt;
        private long payloadAt;
        private long payloadBytes;
        private int type;
        private boolean whole = true;

        Units(MemorySegment bytes) {
            this.bytes = bytes;
        }

        boolean next() {
            if (nextAt >= bytes.byteSize()) {
                return false;
            }
            int header = UnneededPackets.unsigned(bytes, nextAt);
            type = header >> 3 & 15;
            long at = nextAt + 1 + (header >> 2 & 1);
            payloadBytes = bytes.byteSize() - at;
            if ((header & 2) != 0) {
                long size = 0;
                int more = 0x80;
                for (int shift = 0; more != 0 && at < bytes.byteSize() && shift < 32; shift += 7) {
                    int next = UnneededPackets.unsigned(bytes, at++);
                    size |= (long) (next & 0x7F) << shift;
                    more = next & 0x80;
                }
                payloadBytes = size;
            }
            payloadAt = at;
            nextAt = at + payloadBytes;
            whole = payloadBytes >= 0 && nextAt <= bytes.byteSize();
            return whole;
        }

        int type() {
            return type;
        }

        boolean whole() {
            return whole;
        }

        Bits payload() {
            return new Bits(bytes.asSlice(payloadAt, payloadBytes));
        }
    }

    /// Bits from the highest of each byte on; zeros after the end.
    private static final class Bits {
        private final MemorySegment bytes;
        private long at;

        Bits(MemorySegment bytes) {
            this.bytes = bytes;
        }

        boolean flag() {
            return read(1) == 1;
        }

        int read(int count) {
            int value = 0;
            for (int i = 0; i < count; i++, at++) {
                int octet = at / 8 < bytes.byteSize() ? UnneededPackets.unsigned(bytes, at / 8) : 0;
                value = value << 1 | (octet >> (7 - at % 8) & 1);
            }
            return value;
        }

        void skip(int count) {
            at += count;
        }
    }
}

package org.telescribe.teleop.episode.video;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.jspecify.annotations.Nullable;

/// Tells which packets no other picture is decoded from. FFmpeg's decoders of other codecs can leave
/// such pictures out by themselves; for AV1 the packet's own headers are read. One thread.
final class UnneededPackets {
    private static final int CONFIGURATION_BYTES = 4; // of the av1C box, before its units

    private final boolean av1;
    private @Nullable Av1Headers headers;

    private UnneededPackets(boolean av1, @Nullable Av1Headers headers) {
        this.av1 = av1;
        this.headers = headers;
    }

    static UnneededPackets of(AVCodecParameters parameters) {
        boolean av1 = parameters.codec_id() == avcodec.AV_CODEC_ID_AV1;
        Av1Headers headers = null;
        int bytes = parameters.extradata_size();
        if (av1 && bytes > CONFIGURATION_BYTES) {
            byte[] configuration = new byte[bytes];
            parameters.extradata().get(configuration);
            headers = Av1Headers.ofUnits(MemorySegment.ofArray(configuration).asSlice(CONFIGURATION_BYTES));
        }
        return new UnneededPackets(av1, headers);
    }

    /// {@return whether decoding this picture can be left out without changing any other}
    boolean mayLeaveOut(AVPacket packet) {
        if (!av1 || packet.size() <= 0) {
            return false;
        }
        MemorySegment units = MemorySegment.ofAddress(packet.data().address()).reinterpret(packet.size());
        Av1Headers inPacket = (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0 ? Av1Headers.ofUnits(units) : null;
        if (inPacket != null) {
            headers = inPacket;
        }
        return headers != null && headers.noPictureNeeds(units);
    }

    static int unsigned(MemorySegment bytes, long at) {
        return bytes.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
    }
}

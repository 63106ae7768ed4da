package org.telescribe.teleop.episode.video;

import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.telescribe.teleop.episode.model.DatasetException;

/// Reads the stamps of all packets of a file. One thread.
final class VideoIndexReader {
    private static final int FIRST_CAPACITY = 1_024;

    private final Path file;
    private long[] presentationTicks = new long[FIRST_CAPACITY];
    private long[] decodeTicks = new long[FIRST_CAPACITY];
    private boolean[] keyframe = new boolean[FIRST_CAPACITY];
    private boolean[] cutOff = new boolean[FIRST_CAPACITY];
    private int packets;

    private VideoIndexReader(Path file) {
        this.file = file;
    }

    static VideoIndex read(Path file) {
        try (VideoInput input = VideoInput.open(file)) {
            VideoIndexReader reader = new VideoIndexReader(file);
            reader.readAll(input);
            return reader.index(input);
        }
    }

    private void readAll(VideoInput input) {
        AVPacket packet = avcodec.av_packet_alloc();
        try {
            while (input.read(packet)) {
                add(packet);
                avcodec.av_packet_unref(packet);
            }
        } finally {
            avcodec.av_packet_free(packet);
        }
    }

    private void add(AVPacket packet) {
        if (packets == presentationTicks.length) {
            int capacity = packets * 2;
            presentationTicks = Arrays.copyOf(presentationTicks, capacity);
            decodeTicks = Arrays.copyOf(decodeTicks, capacity);
            keyframe = Arrays.copyOf(keyframe, capacity);
            cutOff = Arrays.copyOf(cutOff, capacity);
        }
        long shown = packet.pts();
        long decoded = packet.dts();
        presentationTicks[packets] = shown == avutil.AV_NOPTS_VALUE ? decoded : shown;
        decodeTicks[packets] = decoded == avutil.AV_NOPTS_VALUE ? shown : decoded;
        keyframe[packets] = packets == 0 || (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0;
        cutOff[packets] = (packet.flags() & avcodec.AV_PKT_FLAG_DISCARD) != 0;
        packets++;
    }

    private VideoIndex index(VideoInput input) {
        long[] ticks = shownTicks();
        if (ticks.length == 0) {
            throw new DatasetException(
                    "The video file %s holds no picture. Bring it back from a copy; the other cameras still play."
                            .formatted(file));
        }
        int[] keyPackets = keyPackets();
        long[] startDecodeTicks = new long[keyPackets.length];
        int[] startPictures = new int[keyPackets.length];
        for (int start = 0; start < keyPackets.length; start++) {
            startDecodeTicks[start] = decodeTicks[keyPackets[start]];
            startPictures[start] = cutOff[keyPackets[start]] ? -1 : find(ticks, presentationTicks[keyPackets[start]]);
        }
        AVRational timeBase = input.stream().time_base();
        return new VideoIndex(
                file,
                Ffmpeg.codecName(input.stream().codecpar().codec_id()),
                input.stream().codecpar().width(),
                input.stream().codecpar().height(),
                (double) timeBase.num() / timeBase.den(),
                ticks,
                starts(ticks, keyPackets),
                startDecodeTicks,
                startPictures);
    }

    private long[] shownTicks() {
        long[] shown = new long[packets];
        int count = 0;
        for (int packet = 0; packet < packets; packet++) {
            if (!cutOff[packet]) {
                shown[count++] = presentationTicks[packet];
            }
        }
        return Arrays.stream(shown, 0, count).sorted().distinct().toArray();
    }

    private int[] keyPackets() {
        int[] found = new int[packets];
        int count = 0;
        for (int packet = 0; packet < packets; packet++) {
            if (keyframe[packet]) {
                found[count++] = packet;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /// A picture is decoded from the last keyframe that is stored before it and shown no later: pictures
    /// that are stored after a keyframe and shown before it may need what came before that keyframe.
    private int[] starts(long[] ticks, int[] keyPackets) {
        int[] starts = new int[ticks.length];
        int last = 0;
        for (int packet = 0; packet < packets; packet++) {
            while (last + 1 < keyPackets.length && keyPackets[last + 1] <= packet) {
                last++;
            }
            if (cutOff[packet]) {
                continue;
            }
            int start = last;
            while (start > 0 && presentationTicks[keyPackets[start]] > presentationTicks[packet]) {
                start--;
            }
            starts[find(ticks, presentationTicks[packet])] = start;
        }
        return starts;
    }

    private static int find(long[] ticks, long value) {
        return Arrays.binarySearch(ticks, value);
    }
}

package org.telescribe.teleop.episode.video;

import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.telescribe.teleop.episode.model.DatasetException;

/// Reads the stamps of all packets of a file. One thread.
final class VideoIndexReader {
    private static final int FIRST_CAPACITY = 1_024;
    private static final int MOST_MISSING_PICTURES = 3;

    private final Path file;
    private long[] presentationTicks = new long[FIRST_CAPACITY];
    private long[] decodeTicks = new long[FIRST_CAPACITY];
    private boolean[] keyframe = new boolean[FIRST_CAPACITY];
    private boolean[] cutOff = new boolean[FIRST_CAPACITY];
    private int packets;

    private VideoIndexReader(Path file) {
        this.file = file;
    }

    /// {@return the same, from the samples even where the table is good; for comparison}
    static VideoIndex readSamples(Path file) {
        try (VideoInput input = VideoInput.open(file)) {
            VideoIndexReader reader = new VideoIndexReader(file);
            reader.readAll(input);
            return reader.index(input);
        }
    }

    static VideoIndex read(Path file) {
        try (VideoInput input = VideoInput.open(file)) {
            VideoIndexReader reader = new VideoIndexReader(file);
            if (!reader.takeTable(input)) {
                reader.readAll(input);
            }
            return reader.index(input);
        }
    }

    /// Takes the container's own table of samples, without reading the samples. Good only where the table
    /// is whole, and where pictures are shown in the order in which they are stored, since it holds no
    /// other.
    ///
    /// @return whether it was good
    private boolean takeTable(VideoInput input) {
        int entries = input.tableEntries();
        if (entries == 0 || entries != input.stream().nb_frames() || !isShownInOrder(input)) {
            return false;
        }
        for (int i = 0; i < entries; i++) {
            AVIndexEntry entry = avformat.avformat_index_get_entry(input.stream(), i);
            int flags = entry.flags();
            add(
                    entry.timestamp(),
                    entry.timestamp(),
                    (flags & AVIndexEntry.AVINDEX_KEYFRAME) != 0,
                    (flags & AVIndexEntry.AVINDEX_DISCARD_FRAME) != 0);
        }
        long span = decodeTicks[packets - 1] - decodeTicks[0];
        long missing = input.stream().duration() - span;
        boolean whole = missing <= MOST_MISSING_PICTURES * (span / Math.max(1, packets - 1) + 1);
        packets = whole ? packets : 0;
        return whole;
    }

    private static boolean isShownInOrder(VideoInput input) {
        return switch (input.stream().codecpar().codec_id()) {
            case avcodec.AV_CODEC_ID_AV1, avcodec.AV_CODEC_ID_VP9, avcodec.AV_CODEC_ID_MJPEG -> true;
            default -> false;
        };
    }

    private void readAll(VideoInput input) {
        AVPacket packet = avcodec.av_packet_alloc();
        try {
            while (input.read(packet)) {
                long shown = packet.pts();
                long decoded = packet.dts();
                add(
                        shown == avutil.AV_NOPTS_VALUE ? decoded : shown,
                        decoded == avutil.AV_NOPTS_VALUE ? shown : decoded,
                        (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0,
                        (packet.flags() & avcodec.AV_PKT_FLAG_DISCARD) != 0);
                avcodec.av_packet_unref(packet);
            }
        } finally {
            avcodec.av_packet_free(packet);
        }
    }

    private void add(long shownTicks, long decodedTicks, boolean key, boolean cut) {
        if (packets == presentationTicks.length) {
            int capacity = packets * 2;
            presentationTicks = Arrays.copyOf(presentationTicks, capacity);
            decodeTicks = Arrays.copyOf(decodeTicks, capacity);
            keyframe = Arrays.copyOf(keyframe, capacity);
            cutOff = Arrays.copyOf(cutOff, capacity);
        }
        presentationTicks[packets] = shownTicks;
        decodeTicks[packets] = decodedTicks;
        keyframe[packets] = packets == 0 || key;
        cutOff[packets] = cut;
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

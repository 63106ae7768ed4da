package org.telescribe.teleop.episode.video;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.telescribe.teleop.episode.model.DatasetException;

/// An opened container with its first video track; all other tracks are left out. One thread.
final class VideoInput implements AutoCloseable {
    private final Path file;
    private final AVFormatContext format;
    private final AVStream stream;

    private VideoInput(Path file, AVFormatContext format, AVStream stream) {
        this.file = file;
        this.format = format;
        this.stream = stream;
    }

    static VideoInput open(Path file) {
        Ffmpeg.quiet();
        if (!Files.isRegularFile(file)) {
            throw new DatasetException(
                    "The video file %s is missing. Bring it back from a copy; the other cameras still play."
                            .formatted(file));
        }
        AVFormatContext format = new AVFormatContext(null);
        int answer = avformat.avformat_open_input(format, file.toString(), null, (AVDictionary) null);
        if (answer < 0) {
            throw new DatasetException(
                    "The video file %s cannot be read: %s. Bring it back from a copy; the other cameras still play."
                            .formatted(file, Ffmpeg.reason(answer)));
        }
        AVStream found = null;
        for (int i = 0; i < format.nb_streams(); i++) {
            AVStream candidate = format.streams(i);
            if (found == null && candidate.codecpar().codec_type() == avutil.AVMEDIA_TYPE_VIDEO) {
                found = candidate;
            } else {
                candidate.discard(avcodec.AVDISCARD_ALL);
            }
        }
        if (found == null) {
            avformat.avformat_close_input(format);
            throw new DatasetException("The file %s has no video track. The other cameras still play.".formatted(file));
        }
        if (found.codecpar().width() == 0) { // of some codecs the container does not say it
            avformat.avformat_find_stream_info(format, (AVDictionary) null);
        }
        return new VideoInput(file, format, found);
    }

    AVStream stream() {
        return stream;
    }

    /// {@return how many samples the container's table lists; 0 for containers without one}
    int tableEntries() {
        boolean mp4 = format.iformat().name().getString().startsWith("mov");
        return mp4 ? avformat.avformat_index_get_entries_count(stream) : 0;
    }

    /// Reads the next packet of the video track.
    ///
    /// @return whether there was one; the caller must unref it
    boolean read(AVPacket packet) {
        while (true) {
            int answer = avformat.av_read_frame(format, packet);
            if (Ffmpeg.isEnd(answer)) {
                return false;
            }
            Ffmpeg.check(answer, "The video file %s breaks off".formatted(file));
            if (packet.stream_index() == stream.index()) {
                return true;
            }
            avcodec.av_packet_unref(packet);
        }
    }

    /// Goes to the last keyframe whose decoding stamp is not after a moment.
    ///
    /// @return whether the container could
    boolean seek(long decodeTicks) {
        return avformat.av_seek_frame(format, stream.index(), decodeTicks, avformat.AVSEEK_FLAG_BACKWARD) >= 0;
    }

    @Override
    public void close() {
        avformat.avformat_close_input(format);
    }
}

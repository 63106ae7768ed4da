package org.telescribe.teleop.episode.video;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;

/// Videos as a careless program would write them: another time scale, a late start, a picture missing.
public final class OddVideos {
    private OddVideos() {}

    /// Copies a video's pictures with other time stamps.
    public static void restamp(
            Path source, Path target, int timescale, int framesPerSecond, double startSeconds, int skippedPicture) {
        AVFormatContext input = new AVFormatContext(null);
        avformat.avformat_open_input(input, source.toString(), null, (AVDictionary) null);
        AVFormatContext output = new AVFormatContext(null);
        avformat.avformat_alloc_output_context2(output, null, "mp4", target.toString());
        AVStream stream = avformat.avformat_new_stream(output, null);
        avcodec.avcodec_parameters_copy(stream.codecpar(), input.streams(0).codecpar());
        stream.codecpar().codec_tag(0);
        stream.time_base(avutil.av_make_q(1, timescale));
        AVIOContext io = new AVIOContext((Pointer) null);
        avformat.avio_open(io, target.toString(), avformat.AVIO_FLAG_WRITE);
        output.pb(io);
        AVDictionary options = new AVDictionary(null);
        avutil.av_dict_set(options, "video_track_timescale", Integer.toString(timescale), 0);
        avutil.av_dict_set(options, "use_editlist", startSeconds > 0 ? "1" : "0", 0);
        avformat.avformat_write_header(output, options);
        AVPacket packet = avcodec.av_packet_alloc();
        int written = 0;
        for (int picture = 0; avformat.av_read_frame(input, packet) >= 0; picture++) {
            if (picture != skippedPicture) {
                long ticks = Math.round(((double) written / framesPerSecond + startSeconds) * timescale);
                packet.pts(ticks);
                packet.dts(ticks);
                packet.duration(Math.round((double) timescale / framesPerSecond));
                packet.stream_index(0);
                avformat.av_write_frame(output, packet);
                written++;
            }
            avcodec.av_packet_unref(packet);
        }
        avformat.av_write_trailer(output);
        avformat.avio_close(output.pb());
        output.pb(null);
        avformat.avformat_free_context(output);
        avformat.avformat_close_input(input);
        avcodec.av_packet_free(packet);
    }
}

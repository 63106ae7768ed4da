package org.telescribe.viewer3d.playback.clip;

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

/// Copies a video's pictures and shows them at other moments, as a camera of varying rate would.
public final class RestampedVideo {
    private static final int TIMESCALE = 90_000;

    private RestampedVideo() {}

    /// Picture k is shown at the k-th moment; there are as many pictures as moments.
    public static void write(Path source, Path target, double[] seconds) {
        AVFormatContext input = new AVFormatContext(null);
        avformat.avformat_open_input(input, source.toString(), null, (AVDictionary) null);
        AVFormatContext output = new AVFormatContext(null);
        avformat.avformat_alloc_output_context2(output, null, "matroska", target.toString());
        AVStream stream = avformat.avformat_new_stream(output, null);
        avcodec.avcodec_parameters_copy(stream.codecpar(), input.streams(0).codecpar());
        stream.codecpar().codec_tag(0);
        stream.time_base(avutil.av_make_q(1, TIMESCALE));
        AVIOContext io = new AVIOContext((Pointer) null);
        avformat.avio_open(io, target.toString(), avformat.AVIO_FLAG_WRITE);
        output.pb(io);
        avformat.avformat_write_header(output, (AVDictionary) null);
        AVPacket packet = avcodec.av_packet_alloc();
        for (double moment : seconds) {
            avformat.av_read_frame(input, packet);
            long ticks = Math.round(
                    moment * stream.time_base().den() / stream.time_base().num());
            packet.pts(ticks);
            packet.dts(ticks);
            packet.duration(0);
            packet.stream_index(0);
            avformat.av_write_frame(output, packet);
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

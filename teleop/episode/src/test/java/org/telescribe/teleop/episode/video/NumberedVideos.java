package org.telescribe.teleop.episode.video;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/// Writes videos of any codec whose pictures carry their number as 16 black or white cells.
final class NumberedVideos {
    static final int WIDTH = 256;
    static final int HEIGHT = 64;

    private static final int CELL = 16;
    private static final int BITS = 16;
    private static final int TIMESCALE = 30_000;

    private NumberedVideos() {}

    /// What a video is like.
    record Kind(String encoder, int keyframeInterval, int betweenFrames, String options) {}

    /// The picture with a number on it: I420, limited range.
    static byte[] picture(int number) {
        byte[] pixels = new byte[WIDTH * HEIGHT * 3 / 2];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean one = (number >> (BITS - 1 - x / CELL) & 1) == 1;
                boolean cell = y < CELL ? one : y < 2 * CELL ? !one : (x + number * 3) % 64 < 8;
                pixels[y * WIDTH + x] = (byte) (cell ? 220 : 40);
            }
        }
        java.util.Arrays.fill(pixels, WIDTH * HEIGHT, pixels.length, (byte) 128);
        return pixels;
    }

    /// The number on a picture, or -1.
    static int number(ByteBuffer i420) {
        int number = 0;
        for (int bit = 0; bit < BITS; bit++) {
            int x = bit * CELL + CELL / 2;
            boolean one = (i420.get(CELL / 2 * WIDTH + x) & 0xFF) > 128;
            boolean inverse = (i420.get((CELL + CELL / 2) * WIDTH + x) & 0xFF) > 128;
            if (one == inverse) {
                return -1;
            }
            number = number << 1 | (one ? 1 : 0);
        }
        return number;
    }

    /// Picture k is shown at the k-th moment.
    static void write(Path file, Kind kind, double[] seconds) {
        write(file, kind, seconds, "");
    }

    /// The same as a file in fragments, as streaming programs write them.
    static void writeFragments(Path file, Kind kind, double[] seconds) {
        write(file, kind, seconds, "movflags=frag_keyframe+empty_moov");
    }

    private static void write(Path file, Kind kind, double[] seconds, String containerOptions) {
        AVCodec codec = avcodec.avcodec_find_encoder_by_name(kind.encoder());
        AVCodecContext encoder = avcodec.avcodec_alloc_context3(codec);
        encoder.width(WIDTH);
        encoder.height(HEIGHT);
        int format = kind.encoder().equals("mjpeg") ? avutil.AV_PIX_FMT_YUVJ420P : avutil.AV_PIX_FMT_YUV420P;
        encoder.pix_fmt(format);
        encoder.time_base(avutil.av_make_q(1, TIMESCALE));
        encoder.framerate(avutil.av_make_q(30, 1));
        encoder.gop_size(kind.keyframeInterval());
        encoder.max_b_frames(kind.betweenFrames());
        encoder.thread_count(1);
        encoder.bit_rate(kind.encoder().equals("libsvtav1") ? 0 : 2_000_000);
        encoder.flags(encoder.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
        AVDictionary options = new AVDictionary(null);
        avutil.av_dict_parse_string(options, kind.options(), "=", " ", 0);
        Ffmpeg.check(avcodec.avcodec_open2(encoder, codec, options), kind.encoder());
        AVFormatContext output = new AVFormatContext(null);
        avformat.avformat_alloc_output_context2(output, null, null, file.toString());
        AVStream stream = avformat.avformat_new_stream(output, null);
        avcodec.avcodec_parameters_from_context(stream.codecpar(), encoder);
        stream.time_base(avutil.av_make_q(1, TIMESCALE));
        AVIOContext io = new AVIOContext((Pointer) null);
        avformat.avio_open(io, file.toString(), avformat.AVIO_FLAG_WRITE);
        output.pb(io);
        AVDictionary container = new AVDictionary(null);
        avutil.av_dict_parse_string(container, containerOptions, "=", " ", 0);
        Ffmpeg.check(avformat.avformat_write_header(output, container), "header");
        AVFrame frame = avutil.av_frame_alloc();
        frame.format(format);
        frame.width(WIDTH);
        frame.height(HEIGHT);
        avutil.av_frame_get_buffer(frame, 0);
        for (int k = 0; k < seconds.length; k++) {
            avutil.av_frame_make_writable(frame);
            fill(frame, picture(k));
            frame.pts(Math.round(seconds[k] * TIMESCALE));
            Ffmpeg.check(avcodec.avcodec_send_frame(encoder, frame), "frame " + k);
            drain(encoder, output, stream);
        }
        avcodec.avcodec_send_frame(encoder, null);
        drain(encoder, output, stream);
        avformat.av_write_trailer(output);
        avformat.avio_close(output.pb());
        output.pb(null);
        avformat.avformat_free_context(output);
        avutil.av_frame_free(frame);
        avcodec.avcodec_free_context(encoder);
    }

    private static void fill(AVFrame frame, byte[] pixels) {
        int at = 0;
        for (int plane = 0; plane < 3; plane++) {
            int width = plane == 0 ? WIDTH : WIDTH / 2;
            int height = plane == 0 ? HEIGHT : HEIGHT / 2;
            BytePointer target = frame.data(plane);
            for (int y = 0; y < height; y++, at += width) {
                target.position((long) y * frame.linesize(plane)).put(pixels, at, width);
            }
        }
    }

    private static void drain(AVCodecContext encoder, AVFormatContext output, AVStream stream) {
        AVPacket packet = avcodec.av_packet_alloc();
        while (avcodec.avcodec_receive_packet(encoder, packet) >= 0) {
            avcodec.av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
            packet.stream_index(0);
            packet.duration(stream.time_base().den() / 30);
            Ffmpeg.check(avformat.av_interleaved_write_frame(output, packet), "packet");
        }
        avcodec.av_packet_free(packet);
    }
}

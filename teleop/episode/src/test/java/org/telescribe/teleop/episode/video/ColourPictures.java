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
import org.bytedeco.javacpp.Pointer;

/// Colour bars above a grey ramp, as red, green and blue, and lossless videos of them in any pixel format,
/// matrix and range. The formulas are those of the standards, in floating point.
final class ColourPictures {
    static final int WIDTH = 512;
    static final int HEIGHT = 64;

    private static final int BAR = 64;
    private static final int[][] BARS = {
        {255, 255, 255},
        {191, 191, 0},
        {0, 191, 191},
        {0, 191, 0},
        {191, 0, 191},
        {255, 0, 0},
        {0, 0, 255},
        {20, 40, 60}
    };

    private ColourPictures() {}

    /// {@return red, green or blue at a place}
    static int rgb(int x, int y, int channel) {
        return y < HEIGHT / 2 ? BARS[x / BAR][channel] : x / 2;
    }

    /// How red, green and blue become brightness and colour differences.
    record Matrix(double red, double blue, boolean fullRange) {
        double[] yuv(int x, int y) {
            double r = rgb(x, y, 0) / 255.0;
            double g = rgb(x, y, 1) / 255.0;
            double b = rgb(x, y, 2) / 255.0;
            double luma = red * r + (1 - red - blue) * g + blue * b;
            double cb = (b - luma) / (2 * (1 - blue));
            double cr = (r - luma) / (2 * (1 - red));
            return fullRange
                    ? new double[] {luma * 255, 128 + cb * 255, 128 + cr * 255}
                    : new double[] {16 + luma * 219, 128 + cb * 224, 128 + cr * 224};
        }
    }

    /// {@return the largest distance of a channel from what it should be, in the middle of bars and all
    /// along the ramp}
    static double worst(ByteBuffer i420) {
        double worst = 0;
        for (int y = 4; y < HEIGHT; y += 12) {
            for (int x = 0; x < WIDTH; x++) {
                boolean nearEdge = x % BAR < 8 || x % BAR >= BAR - 8 || Math.abs(y - HEIGHT / 2) < 3;
                if (y < HEIGHT / 2 && nearEdge) {
                    continue;
                }
                double luma = ((i420.get(y * WIDTH + x) & 0xFF) - 16) / 219.0;
                int chroma = WIDTH * HEIGHT + y / 2 * (WIDTH / 2) + x / 2;
                double cb = ((i420.get(chroma) & 0xFF) - 128) / 224.0;
                double cr = ((i420.get(chroma + WIDTH * HEIGHT / 4) & 0xFF) - 128) / 224.0;
                double[] seen = {luma + 1.402 * cr, luma - 0.344136 * cb - 0.714136 * cr, luma + 1.772 * cb};
                for (int channel = 0; channel < 3; channel++) {
                    double shown = Math.clamp(Math.rint(seen[channel] * 255), 0, 255);
                    worst = Math.max(worst, Math.abs(shown - rgb(x, y, channel)));
                }
            }
        }
        return worst;
    }

    /// Writes two pictures without loss.
    static void write(Path file, int pixelFormat, Matrix matrix, int space, int range) {
        AVCodec codec = avcodec.avcodec_find_encoder_by_name("ffv1");
        AVCodecContext encoder = avcodec.avcodec_alloc_context3(codec);
        encoder.width(WIDTH);
        encoder.height(HEIGHT);
        encoder.pix_fmt(pixelFormat);
        encoder.time_base(avutil.av_make_q(1, 30));
        encoder.colorspace(space);
        encoder.color_range(range);
        encoder.thread_count(1);
        Ffmpeg.check(avcodec.avcodec_open2(encoder, codec, (AVDictionary) null), "ffv1");
        AVFormatContext output = new AVFormatContext(null);
        avformat.avformat_alloc_output_context2(output, null, null, file.toString());
        AVStream stream = avformat.avformat_new_stream(output, null);
        avcodec.avcodec_parameters_from_context(stream.codecpar(), encoder);
        stream.time_base(avutil.av_make_q(1, 30));
        AVIOContext io = new AVIOContext((Pointer) null);
        avformat.avio_open(io, file.toString(), avformat.AVIO_FLAG_WRITE);
        output.pb(io);
        Ffmpeg.check(avformat.avformat_write_header(output, (AVDictionary) null), "header");
        AVFrame frame = avutil.av_frame_alloc();
        frame.format(pixelFormat);
        frame.width(WIDTH);
        frame.height(HEIGHT);
        avutil.av_frame_get_buffer(frame, 0);
        AVPacket packet = avcodec.av_packet_alloc();
        for (int k = 0; k < 2; k++) {
            avutil.av_frame_make_writable(frame);
            fill(frame, pixelFormat, matrix);
            frame.pts(k);
            Ffmpeg.check(avcodec.avcodec_send_frame(encoder, frame), "frame");
            while (avcodec.avcodec_receive_packet(encoder, packet) >= 0) {
                avcodec.av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
                avformat.av_interleaved_write_frame(output, packet);
            }
        }
        avformat.av_write_trailer(output);
        avformat.avio_close(output.pb());
        output.pb(null);
        avformat.avformat_free_context(output);
        avcodec.av_packet_free(packet);
        avutil.av_frame_free(frame);
        avcodec.avcodec_free_context(encoder);
    }

    private static void fill(AVFrame frame, int pixelFormat, Matrix matrix) {
        boolean rgb = pixelFormat == avutil.AV_PIX_FMT_BGR0;
        boolean ten = pixelFormat == avutil.AV_PIX_FMT_YUV420P10LE;
        boolean halfWidth = pixelFormat != avutil.AV_PIX_FMT_YUV444P;
        boolean halfHeight = halfWidth && pixelFormat != avutil.AV_PIX_FMT_YUV422P;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                if (rgb) {
                    for (int channel = 0; channel < 3; channel++) {
                        frame.data(0)
                                .put((long) y * frame.linesize(0) + x * 4L + channel, (byte) rgb(x, y, 2 - channel));
                    }
                    continue;
                }
                double[] yuv = matrix.yuv(x, y);
                for (int plane = 0; plane < 3; plane++) {
                    int column = plane > 0 && halfWidth ? x / 2 : x;
                    int line = plane > 0 && halfHeight ? y / 2 : y;
                    long at = (long) line * frame.linesize(plane) + column * (ten ? 2L : 1L);
                    long value = Math.round(yuv[plane] * (ten ? 4 : 1));
                    value = Math.clamp(value, 0, ten ? 1023 : 255);
                    frame.data(plane).put(at, (byte) value);
                    if (ten) {
                        frame.data(plane).put(at + 1, (byte) (value >> 8));
                    }
                }
            }
        }
    }
}

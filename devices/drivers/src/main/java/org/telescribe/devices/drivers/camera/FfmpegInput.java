package org.telescribe.devices.drivers.camera;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_NONBLOCK;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avdevice.avdevice_register_all;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_frame_rate;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_FATAL;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.PointerPointer;

/// The first video stream of a file or device, decoded picture by picture.
final class FfmpegInput implements PictureInput {
    /// FFmpeg's name of cameras. Only they need its device library, which wants more of the system than
    /// the rest.
    static final String VIDEO4LINUX = "v4l2";

    private static final int MESSAGE_BYTES = 256;

    private final AVFormatContext format;
    private final AVCodecContext decoder;
    private final AVStream stream;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private boolean ending;
    private int lastCode;
    private boolean closed;

    private FfmpegInput(AVFormatContext format, AVCodecContext decoder, AVStream stream) {
        this.format = format;
        this.decoder = decoder;
        this.stream = stream;
    }

    /// Opens an input.
    ///
    /// @param place file, device or description
    /// @param formatName FFmpeg's name of its format; empty to find out
    /// @param options FFmpeg's options for it
    /// @param waits whether reading may wait for the device
    /// @return the open input
    /// @throws FfmpegRefused with FFmpeg's reason
    static FfmpegInput open(String place, String formatName, Map<String, String> options, boolean waits)
            throws FfmpegRefused {
        av_log_set_level(AV_LOG_FATAL);
        if (formatName.equals(VIDEO4LINUX)) {
            avdevice_register_all();
        }
        AVInputFormat inputFormat = formatName.isEmpty() ? null : av_find_input_format(formatName);
        AVDictionary dictionary = new AVDictionary(null);
        options.forEach((key, value) -> check(av_dict_set(dictionary, key, value, 0)));
        AVFormatContext format = avformat_alloc_context();
        if (!waits) {
            format.flags(format.flags() | AVFMT_FLAG_NONBLOCK);
        }
        int code = avformat_open_input(format, place, inputFormat, dictionary);
        av_dict_free(dictionary);
        if (code < 0) {
            throw new FfmpegRefused(describe(code)); // the context was freed by the failed call
        }
        try {
            return decoding(format);
        } catch (FfmpegRefused refused) {
            avformat_close_input(format);
            throw refused;
        }
    }

    private static FfmpegInput decoding(AVFormatContext format) throws FfmpegRefused {
        refuse(avformat_find_stream_info(format, (PointerPointer<?>) null));
        int index = av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
        refuse(index);
        AVStream stream = format.streams(index);
        AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
        if (codec == null || codec.isNull()) {
            throw new FfmpegRefused("no decoder for its pictures");
        }
        AVCodecContext decoder = avcodec_alloc_context3(codec);
        decoder.thread_count(1);
        refuse(avcodec_parameters_to_context(decoder, stream.codecpar()));
        int code = avcodec_open2(decoder, codec, (AVDictionary) null);
        if (code < 0) {
            avcodec_free_context(decoder);
            throw new FfmpegRefused(describe(code));
        }
        return new FfmpegInput(format, decoder, stream);
    }

    private static void refuse(int code) throws FfmpegRefused {
        if (code < 0) {
            throw new FfmpegRefused(describe(code));
        }
    }

    private static void check(int code) {
        if (code < 0) {
            throw new IllegalStateException(describe(code));
        }
    }

    static String describe(int code) {
        byte[] text = new byte[MESSAGE_BYTES];
        if (av_strerror(code, text, text.length) < 0) {
            return "reason %d".formatted(code);
        }
        int length = 0;
        while (length < text.length && text[length] != 0) {
            length++;
        }
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }

    @Override
    public double framesPerSecond() {
        AVRational rate = av_guess_frame_rate(format, stream, (AVFrame) null);
        return rate.num() > 0 && rate.den() > 0 ? (double) rate.num() / rate.den() : 30;
    }

    @Override
    public Result next() {
        while (true) {
            int code = avcodec_receive_frame(decoder, frame);
            if (code == 0) {
                return Result.PICTURE;
            }
            if (code == AVERROR_EOF) {
                return Result.END;
            }
            if (code != AVERROR_EAGAIN()) {
                return failed(code);
            }
            Result fed = feed();
            if (fed != Result.PICTURE) {
                return fed;
            }
        }
    }

    /// Gives the decoder one more packet, or the end.
    private Result feed() {
        if (ending) {
            return Result.END;
        }
        int code = av_read_frame(format, packet);
        if (code == AVERROR_EAGAIN()) {
            return Result.NOTHING_YET;
        }
        if (code == AVERROR_EOF) {
            ending = true;
            code = avcodec_send_packet(decoder, (AVPacket) null);
            return code < 0 ? failed(code) : Result.PICTURE;
        }
        if (code < 0) {
            return failed(code);
        }
        if (packet.stream_index() == stream.index()) {
            // A damaged packet costs its picture only.
            lastCode = avcodec_send_packet(decoder, packet);
        }
        av_packet_unref(packet);
        return Result.PICTURE;
    }

    private Result failed(int code) {
        lastCode = code;
        return Result.FAILED;
    }

    @Override
    public String failure() {
        return describe(lastCode);
    }

    @Override
    public AVFrame frame() {
        return frame;
    }

    /// {@return the picture's time as the input gives it, nanoseconds, or `Long.MIN_VALUE`}
    long pictureNanos() {
        long pts = frame.best_effort_timestamp();
        AVRational base = stream.time_base();
        return pts == AV_NOPTS_VALUE || base.den() == 0
                ? Long.MIN_VALUE
                : Math.round((double) pts * base.num() / base.den() * 1e6) * 1000;
    }

    @Override
    public boolean rewind() {
        ending = false;
        int code = av_seek_frame(format, stream.index(), 0, AVSEEK_FLAG_BACKWARD);
        avcodec_flush_buffers(decoder);
        return code >= 0;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            av_frame_free(frame);
            av_packet_free(packet);
            avcodec_free_context(decoder);
            avformat_close_input(format);
        }
    }
}

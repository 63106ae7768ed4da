package org.telescribe.teleop.episode.video;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.model.DatasetException;

/// Reads a video file from its start: counts samples, or decodes picture by picture. One thread.
public final class VideoFileReader implements AutoCloseable {
    private final Path file;
    private final AVFormatContext format = new AVFormatContext(null);
    private final AVStream stream;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVFrame frame = avutil.av_frame_alloc();
    private @Nullable AVCodecContext decoder;
    private boolean inputEnded;
    private boolean lastKeyframe;
    private long lastTicks = Long.MIN_VALUE;

    /// Opens a file.
    ///
    /// @param file an mp4 file with one video track
    public VideoFileReader(Path file) {
        Ffmpeg.quiet();
        this.file = file;
        Ffmpeg.check(
                avformat.avformat_open_input(format, file.toString(), null, (AVDictionary) null),
                "The video file %s cannot be read".formatted(file));
        AVStream found = null;
        for (int i = 0; i < format.nb_streams() && found == null; i++) {
            AVStream candidate = format.streams(i);
            if (candidate.codecpar().codec_type() == avutil.AVMEDIA_TYPE_VIDEO) {
                found = candidate;
            }
        }
        if (found == null) {
            avformat.avformat_close_input(format);
            throw new DatasetException("The file %s has no video track".formatted(file));
        }
        this.stream = found;
    }

    /// {@return what the file says of itself; reads all samples, so it must come before any decoding}
    ///
    /// @param framesPerSecond the rate whose grid is checked, hertz
    public VideoSummary summarize(double framesPerSecond) {
        AVRational timeBase = stream.time_base();
        double secondsPerTick = (double) timeBase.num() / timeBase.den();
        List<Long> stamps = new ArrayList<>();
        int keyframes = 0;
        boolean startsWithKeyframe = false;
        while (readPacket()) {
            boolean key = (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0;
            startsWithKeyframe |= key && stamps.isEmpty();
            stamps.add(packet.pts());
            keyframes += key ? 1 : 0;
            avcodec.av_packet_unref(packet);
        }
        stamps.sort(null); // pictures may be stored in another order than they are shown
        double worst = 0;
        for (int i = 0; i < stamps.size(); i++) {
            worst = Math.max(worst, Math.abs(stamps.get(i) * secondsPerTick - i / framesPerSecond));
        }
        AVRational rate = stream.avg_frame_rate();
        return new VideoSummary(
                Ffmpeg.codecName(stream.codecpar().codec_id()),
                stream.codecpar().width(),
                stream.codecpar().height(),
                timeBase.den(),
                rate.den() == 0 ? 0 : (double) rate.num() / rate.den(),
                stamps.size(),
                stamps.isEmpty() ? 0 : stamps.getFirst() * secondsPerTick,
                worst,
                keyframes,
                startsWithKeyframe);
    }

    private boolean readPacket() {
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

    /// Copies the next encoded picture out, for putting it into another file.
    ///
    /// @return the encoded bytes, or null at the end; [#lastWasKeyframe] tells more
    public @Nullable ByteBuffer nextEncoded() {
        if (!readPacket()) {
            return null;
        }
        byte[] data = new byte[packet.size()];
        packet.data().get(data);
        lastKeyframe = (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0;
        if (packet.pts() <= lastTicks) {
            throw new DatasetException(
                    "The video file %s stores its pictures out of order, so they cannot be moved".formatted(file));
        }
        lastTicks = packet.pts();
        avcodec.av_packet_unref(packet);
        return ByteBuffer.wrap(data);
    }

    /// {@return whether the last encoded picture can be decoded alone}
    public boolean lastWasKeyframe() {
        return lastKeyframe;
    }

    void copyParameters(AVCodecParameters into) {
        Ffmpeg.check(avcodec.avcodec_parameters_copy(into, stream.codecpar()), "no memory for " + file);
    }

    /// {@return the encoder's header, which a decoder needs first}
    public ByteBuffer codecHeader() {
        int bytes = stream.codecpar().extradata_size();
        byte[] header = new byte[bytes];
        if (bytes > 0) {
            stream.codecpar().extradata().get(header);
        }
        return ByteBuffer.wrap(header);
    }

    /// Decodes the next picture.
    ///
    /// @return whether there was one
    public boolean decodeNext() {
        AVCodecContext context = decoder();
        while (true) {
            int answer = avcodec.avcodec_receive_frame(context, frame);
            if (answer >= 0) {
                return true;
            }
            if (Ffmpeg.isEnd(answer)) {
                return false;
            }
            if (!Ffmpeg.isAgain(answer)) {
                Ffmpeg.check(answer, "A picture of %s cannot be decoded".formatted(file));
            }
            feed(context);
        }
    }

    private void feed(AVCodecContext context) {
        if (inputEnded) {
            return;
        }
        boolean more = readPacket();
        int answer = avcodec.avcodec_send_packet(context, more ? packet : null);
        if (more) {
            avcodec.av_packet_unref(packet);
        } else {
            inputEnded = true;
        }
        Ffmpeg.check(answer, "A picture of %s cannot be decoded".formatted(file));
    }

    private AVCodecContext decoder() {
        AVCodecContext known = decoder;
        if (known != null) {
            return known;
        }
        int codecId = stream.codecpar().codec_id();
        AVCodec codec = codecId == avcodec.AV_CODEC_ID_AV1 ? avcodec.avcodec_find_decoder_by_name("libaom-av1") : null;
        if (codec == null || codec.isNull()) {
            codec = avcodec.avcodec_find_decoder(codecId);
        }
        if (codec == null || codec.isNull()) {
            throw new DatasetException(
                    "This build of FFmpeg cannot decode %s, which %s holds".formatted(Ffmpeg.codecName(codecId), file));
        }
        AVCodecContext opened = avcodec.avcodec_alloc_context3(codec);
        decoder = opened;
        Ffmpeg.check(
                avcodec.avcodec_parameters_to_context(opened, stream.codecpar()),
                "The video file %s cannot be decoded".formatted(file));
        opened.pkt_timebase(stream.time_base());
        opened.thread_count(2);
        Ffmpeg.check(
                avcodec.avcodec_open2(opened, codec, (AVDictionary) null),
                "The video file %s cannot be decoded".formatted(file));
        return opened;
    }

    /// {@return the time stamp of the decoded picture, seconds from the start of the file}
    public double seconds() {
        AVRational timeBase = stream.time_base();
        return (double) frame.best_effort_timestamp() * timeBase.num() / timeBase.den();
    }

    /// {@return pixels}
    public int width() {
        return stream.codecpar().width();
    }

    /// {@return pixels}
    public int height() {
        return stream.codecpar().height();
    }

    /// {@return the decoded picture as I420, BT.601 limited range, a copy}
    public ByteBuffer picture() {
        boolean fullRange = frame.format() == avutil.AV_PIX_FMT_YUVJ420P;
        if (!fullRange && frame.format() != avutil.AV_PIX_FMT_YUV420P) {
            throw new DatasetException("Pictures of %s are in pixel format %s, only yuv420p can be shown"
                    .formatted(file, Ffmpeg.pixelFormatName(frame.format())));
        }
        fullRange |= frame.color_range() == avutil.AVCOL_RANGE_JPEG;
        int width = frame.width();
        int height = frame.height();
        ByteBuffer pixels = ByteBuffer.allocate(width * height + 2 * ((width + 1) / 2) * ((height + 1) / 2));
        plane(pixels, 0, width, height, fullRange ? RangeConversion.lumaToLimited() : null);
        byte[] chroma = fullRange ? RangeConversion.chromaToLimited() : null;
        plane(pixels, 1, (width + 1) / 2, (height + 1) / 2, chroma);
        plane(pixels, 2, (width + 1) / 2, (height + 1) / 2, chroma);
        return pixels.flip();
    }

    private void plane(ByteBuffer into, int index, int width, int height, byte @Nullable [] table) {
        byte[] line = new byte[width];
        BytePointer source = frame.data(index);
        for (int y = 0; y < height; y++) {
            source.position((long) y * frame.linesize(index)).get(line, 0, width);
            if (table != null) {
                RangeConversion.apply(table, line, width);
            }
            into.put(line);
        }
    }

    @Override
    public void close() {
        if (decoder != null) {
            avcodec.avcodec_free_context(decoder);
            decoder = null;
        }
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
        avformat.avformat_close_input(format);
    }
}

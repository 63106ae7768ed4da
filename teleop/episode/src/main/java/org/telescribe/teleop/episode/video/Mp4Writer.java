package org.telescribe.teleop.episode.video;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.model.VideoCodec;

/// Puts encoded pictures into an mp4 file: constant rate, time stamps exactly number / rate, no edit
/// list. Nothing is encoded again. One thread. Does not force the file.
public final class Mp4Writer implements AutoCloseable {
    private static final int LEAST_TIMESCALE = 10_000;

    private final Path file;
    private final AVFormatContext format;
    private final AVStream stream;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final long ticksPerFrame;
    private long samples;
    private boolean finished;

    /// Starts a file.
    ///
    /// @param file its name; a file that is there is replaced
    /// @param camera whose pictures
    /// @param codec how they are encoded
    /// @param framesPerSecond the dataset's grid, hertz
    /// @param codecHeader the encoder's header, may be empty
    public Mp4Writer(Path file, CameraFeature camera, VideoCodec codec, int framesPerSecond, ByteBuffer codecHeader) {
        this(file, framesPerSecond);
        describe(camera, codec, codecHeader);
        open(timescale(framesPerSecond));
    }

    private Mp4Writer(Path file, int framesPerSecond) {
        Ffmpeg.quiet();
        this.file = file;
        this.format = new AVFormatContext(null);
        Ffmpeg.check(
                avformat.avformat_alloc_output_context2(format, null, "mp4", file.toString()), what("was not started"));
        format.flags(format.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
        this.stream = avformat.avformat_new_stream(format, null);
        int timescale = timescale(framesPerSecond);
        this.ticksPerFrame = timescale / framesPerSecond;
        stream.time_base(avutil.av_make_q(1, timescale));
        stream.avg_frame_rate(avutil.av_make_q(framesPerSecond, 1));
        stream.r_frame_rate(avutil.av_make_q(framesPerSecond, 1));
    }

    /// Starts a file for pictures of another, which are put in as they are.
    ///
    /// @param other whose pictures
    /// @param file its name; a file that is there is replaced
    /// @param framesPerSecond the dataset's grid, hertz
    /// @return the started file
    public static Mp4Writer like(VideoFileReader other, Path file, int framesPerSecond) {
        Mp4Writer writer = new Mp4Writer(file, framesPerSecond);
        other.copyParameters(writer.stream.codecpar());
        writer.stream.codecpar().codec_tag(0);
        writer.open(timescale(framesPerSecond));
        return writer;
    }

    /// {@return the ticks per second of a file's time stamps: a multiple of the rate, at least 10,000}
    ///
    /// @param framesPerSecond the rate, hertz
    public static int timescale(int framesPerSecond) {
        int timescale = framesPerSecond;
        while (timescale < LEAST_TIMESCALE) {
            timescale *= 2;
        }
        return timescale;
    }

    private void describe(CameraFeature camera, VideoCodec codec, ByteBuffer codecHeader) {
        AVCodecParameters parameters = stream.codecpar();
        boolean fullRange = codec == VideoCodec.MJPEG;
        parameters.codec_type(avutil.AVMEDIA_TYPE_VIDEO);
        parameters.codec_id(
                switch (codec) {
                    case SVT_AV1 -> avcodec.AV_CODEC_ID_AV1;
                    case OPEN_H264 -> avcodec.AV_CODEC_ID_H264;
                    case MJPEG -> avcodec.AV_CODEC_ID_MJPEG;
                });
        parameters.width(camera.width());
        parameters.height(camera.height());
        parameters.format(fullRange ? avutil.AV_PIX_FMT_YUVJ420P : avutil.AV_PIX_FMT_YUV420P);
        parameters.color_range(fullRange ? avutil.AVCOL_RANGE_JPEG : avutil.AVCOL_RANGE_MPEG);
        parameters.color_space(avutil.AVCOL_SPC_SMPTE170M);
        parameters.color_primaries(avutil.AVCOL_PRI_SMPTE170M);
        parameters.color_trc(avutil.AVCOL_TRC_SMPTE170M);
        int bytes = codecHeader.remaining();
        if (bytes > 0) {
            byte[] header = new byte[bytes];
            codecHeader.duplicate().get(header);
            BytePointer copy = new BytePointer(avutil.av_mallocz(bytes + avcodec.AV_INPUT_BUFFER_PADDING_SIZE));
            copy.put(header, 0, bytes);
            parameters.extradata(copy); // freed with the parameters
            parameters.extradata_size(bytes);
        }
    }

    private void open(int timescale) {
        AVIOContext output = new AVIOContext(null);
        Ffmpeg.check(avformat.avio_open(output, file.toString(), avformat.AVIO_FLAG_WRITE), what("was not started"));
        format.pb(output);
        try (AVDictionary options = new AVDictionary(null)) {
            avutil.av_dict_set(options, "video_track_timescale", Integer.toString(timescale), 0);
            avutil.av_dict_set(options, "use_editlist", "0", 0);
            int answer = avformat.avformat_write_header(format, options);
            avutil.av_dict_free(options);
            Ffmpeg.check(answer, what("was not started"));
        }
    }

    private String what(String happened) {
        return "The video file %s %s".formatted(file, happened);
    }

    /// Adds the next picture.
    ///
    /// @param data encoded bytes from position to limit
    /// @param keyframe whether it can be decoded alone
    public void append(ByteBuffer data, boolean keyframe) {
        int bytes = data.remaining();
        Ffmpeg.check(avcodec.av_new_packet(packet, bytes), what("has no memory for a picture"));
        byte[] copy = new byte[bytes];
        data.duplicate().get(copy);
        packet.data().put(copy, 0, bytes);
        packet.stream_index(0);
        packet.pts(samples * ticksPerFrame);
        packet.dts(samples * ticksPerFrame);
        packet.duration(ticksPerFrame);
        packet.flags(keyframe ? avcodec.AV_PKT_FLAG_KEY : 0);
        int answer = avformat.av_write_frame(format, packet);
        avcodec.av_packet_unref(packet);
        Ffmpeg.check(answer, what("takes no more"));
        samples++;
    }

    /// {@return how many pictures were added}
    public long samples() {
        return samples;
    }

    /// Writes the file's index. Without it the file cannot be read.
    public void finish() {
        Ffmpeg.check(avformat.av_write_trailer(format), what("was not finished"));
        finished = true;
        int error = format.pb().error();
        int answer = avformat.avio_close(format.pb());
        format.pb(null);
        Ffmpeg.check(error, what("was not finished"));
        Ffmpeg.check(answer, what("was not finished"));
        if (samples == 0) {
            throw new DatasetException(what("has no picture"));
        }
    }

    /// Gives the memory back; the file is whole only after [#finish].
    @Override
    public void close() {
        if (!finished && format.pb() != null) {
            avformat.avio_close(format.pb());
            format.pb(null);
        }
        avcodec.av_packet_free(packet);
        avformat.avformat_free_context(format);
    }
}

package org.telescribe.teleop.episode.video;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.model.ImageHistogram;
import org.telescribe.teleop.episode.model.VideoCodec;
import org.telescribe.teleop.episode.model.VideoSettings;

/// An encoder of FFmpeg's libraries, set so that each picture comes out when it goes in.
final class FfmpegCameraEncoder implements CameraEncoder {
    private final CameraFeature camera;
    private final int framesPerSecond;
    private final AVCodecContext context;
    private final AVFrame frame;
    private final AVPacket packet;
    private final PictureSampler sampler;
    private final byte @Nullable [] lumaTable;
    private final byte @Nullable [] chromaTable;
    private final byte[] line;
    private boolean drained;
    private boolean closed;

    FfmpegCameraEncoder(VideoSettings settings, CameraFeature camera, int framesPerSecond) {
        Ffmpeg.quiet();
        if (settings.codec() == VideoCodec.SVT_AV1) {
            EncoderEnvironment.quietSvtAv1();
        }
        this.camera = camera;
        this.framesPerSecond = framesPerSecond;
        this.sampler = new PictureSampler(camera.width(), camera.height());
        boolean fullRange = settings.codec() == VideoCodec.MJPEG;
        this.lumaTable = fullRange ? RangeConversion.lumaToFull() : null;
        this.chromaTable = fullRange ? RangeConversion.chromaToFull() : null;
        this.line = new byte[camera.width()];
        AVCodec codec = avcodec.avcodec_find_encoder_by_name(settings.codec().encoderName());
        if (codec == null || codec.isNull()) {
            throw new DatasetException(("This build of FFmpeg has no encoder %s. Nothing was recorded. "
                            + "Choose another video codec in the settings.")
                    .formatted(settings.codec().encoderName()));
        }
        this.context = avcodec.avcodec_alloc_context3(codec);
        configure(settings, fullRange);
        open(settings, codec);
        this.packet = avcodec.av_packet_alloc();
        this.frame = avutil.av_frame_alloc();
        frame.format(context.pix_fmt());
        frame.width(camera.width());
        frame.height(camera.height());
        frame.color_range(context.color_range());
        frame.colorspace(context.colorspace());
        frame.color_primaries(context.color_primaries());
        frame.color_trc(context.color_trc());
        Ffmpeg.check(avutil.av_frame_get_buffer(frame, 0), "no memory for pictures of camera " + camera.name());
    }

    private void configure(VideoSettings settings, boolean fullRange) {
        context.width(camera.width());
        context.height(camera.height());
        context.pix_fmt(fullRange ? avutil.AV_PIX_FMT_YUVJ420P : avutil.AV_PIX_FMT_YUV420P);
        context.time_base(avutil.av_make_q(1, framesPerSecond));
        context.framerate(avutil.av_make_q(framesPerSecond, 1));
        context.gop_size(settings.keyframeInterval());
        context.max_b_frames(0);
        context.thread_count(1);
        context.color_range(fullRange ? avutil.AVCOL_RANGE_JPEG : avutil.AVCOL_RANGE_MPEG);
        context.colorspace(avutil.AVCOL_SPC_SMPTE170M);
        context.color_primaries(avutil.AVCOL_PRI_SMPTE170M);
        context.color_trc(avutil.AVCOL_TRC_SMPTE170M);
        context.flags(context.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
    }

    private void open(VideoSettings settings, AVCodec codec) {
        try (AVDictionary options = new AVDictionary(null)) {
            switch (settings.codec()) {
                case SVT_AV1 -> {
                    option(options, "preset", settings.preset());
                    option(options, "crf", settings.quality());
                    // One logical processor, no picture waits for later ones, tuned for real time: same quality, 1.4
                    // times
                    // as fast as without the last.
                    avutil.av_dict_set(options, "svtav1-params", "lp=1:pred-struct=1:rtc=1", 0);
                }
                case OPEN_H264 -> {
                    avutil.av_dict_set(options, "rc_mode", "off", 0);
                    avutil.av_dict_set(options, "allow_skip_frames", "0", 0);
                    context.qmin(settings.quality());
                    context.qmax(settings.quality());
                    context.global_quality(settings.quality() * avutil.FF_QP2LAMBDA);
                }
                case MJPEG -> {
                    context.qmin(settings.quality());
                    context.qmax(settings.quality());
                    context.global_quality(settings.quality() * avutil.FF_QP2LAMBDA);
                    context.flags(context.flags() | avcodec.AV_CODEC_FLAG_QSCALE);
                }
            }
            int answer = avcodec.avcodec_open2(context, codec, options);
            avutil.av_dict_free(options);
            if (answer < 0) {
                avcodec.avcodec_free_context(context);
            }
            Ffmpeg.check(
                    answer,
                    "Camera %s: the encoder %s did not start. Nothing was recorded"
                            .formatted(camera.name(), settings.codec().encoderName()));
        }
    }

    private static void option(AVDictionary options, String name, int value) {
        avutil.av_dict_set(options, name, Integer.toString(value), 0);
    }

    @Override
    public List<EncodedPacket> encode(ByteBuffer pixels, long rowIndex) {
        Ffmpeg.check(avutil.av_frame_make_writable(frame), "no memory for a picture of camera " + camera.name());
        int chromaWidth = camera.width() / 2;
        int chromaHeight = camera.height() / 2;
        int lumaBytes = camera.width() * camera.height();
        plane(pixels, 0, 0, camera.width(), camera.height(), lumaTable);
        plane(pixels, lumaBytes, 1, chromaWidth, chromaHeight, chromaTable);
        plane(pixels, lumaBytes + chromaWidth * chromaHeight, 2, chromaWidth, chromaHeight, chromaTable);
        if (PictureSampler.isDue(rowIndex)) {
            sampler.sample(pixels);
        }
        frame.pts(rowIndex);
        Ffmpeg.check(
                avcodec.avcodec_send_frame(context, frame),
                "camera %s: picture of row %d was not encoded".formatted(camera.name(), rowIndex));
        return receive(rowIndex % framesPerSecond == 0 ? sampler.soFar() : null);
    }

    private void plane(ByteBuffer pixels, int offset, int index, int width, int height, byte @Nullable [] table) {
        BytePointer target = frame.data(index);
        int stride = frame.linesize(index);
        for (int y = 0; y < height; y++) {
            pixels.get(offset + y * width, line, 0, width);
            if (table != null) {
                RangeConversion.apply(table, line, width);
            }
            target.position((long) y * stride).put(line, 0, width);
        }
    }

    private List<EncodedPacket> receive(@Nullable ImageHistogram histogram) {
        List<EncodedPacket> ready = new ArrayList<>(1);
        ImageHistogram toGive = histogram;
        while (true) {
            int answer = avcodec.avcodec_receive_packet(context, packet);
            if (Ffmpeg.isAgain(answer) || Ffmpeg.isEnd(answer)) {
                return ready;
            }
            Ffmpeg.check(answer, "camera %s: the encoder failed".formatted(camera.name()));
            byte[] data = new byte[packet.size()];
            packet.data().get(data);
            boolean keyframe = (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0;
            ready.add(new EncodedPacket(packet.pts(), keyframe, ByteBuffer.wrap(data), toGive));
            toGive = null;
            avcodec.av_packet_unref(packet);
        }
    }

    @Override
    public List<EncodedPacket> drain() {
        drained = true;
        Ffmpeg.check(
                avcodec.avcodec_send_frame(context, null),
                "camera %s: the encoder did not end".formatted(camera.name()));
        return receive(sampler.soFar());
    }

    @Override
    public ByteBuffer codecHeader() {
        int bytes = context.extradata_size();
        byte[] header = new byte[bytes];
        if (bytes > 0) {
            context.extradata().get(header);
        }
        return ByteBuffer.wrap(header).asReadOnlyBuffer();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (!drained) {
                avcodec.avcodec_send_frame(context, null);
            }
            avutil.av_frame_free(frame);
            avcodec.av_packet_free(packet);
            avcodec.avcodec_free_context(context);
        }
    }
}

package org.telescribe.teleop.episode.model;

/// How pictures are encoded. All are set so that no picture is held back in the encoder.
public enum VideoCodec {
    /// AV1 by SVT-AV1, low delay.
    SVT_AV1("libsvtav1", "av1", "yuv420p"),
    /// H.264 by OpenH264.
    OPEN_H264("libopenh264", "h264", "yuv420p"),
    /// Motion JPEG: every picture a key frame, full range.
    MJPEG("mjpeg", "mjpeg", "yuvj420p");

    private final String encoderName;
    private final String codecName;
    private final String pixelFormatName;

    VideoCodec(String encoderName, String codecName, String pixelFormatName) {
        this.encoderName = encoderName;
        this.codecName = codecName;
        this.pixelFormatName = pixelFormatName;
    }

    /// {@return FFmpeg's name of the encoder}
    public String encoderName() {
        return encoderName;
    }

    /// {@return FFmpeg's name of the codec, which `meta/info.json` carries}
    public String codecName() {
        return codecName;
    }

    /// {@return FFmpeg's name of the pixel format}
    public String pixelFormatName() {
        return pixelFormatName;
    }
}

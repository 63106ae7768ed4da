package org.telescribe.teleop.episode.model;

/// How the cameras of a dataset are encoded.
///
/// @param codec which encoder
/// @param keyframeInterval every how many pictures one stands alone; small means quick seeking, large
///     small files
/// @param quality SVT-AV1: constant rate factor 1..63; OpenH264: quantiser 1..51; MJPEG: quantiser
///     2..31; lower is better
/// @param preset SVT-AV1: speed 0..13, higher is faster; without meaning for the others
public record VideoSettings(VideoCodec codec, int keyframeInterval, int quality, int preset) {
    /// Checks.
    public VideoSettings {
        if (keyframeInterval < 1) {
            throw new IllegalArgumentException("keyframe interval %d must be at least 1".formatted(keyframeInterval));
        }
        if (quality < 1 || quality > 63) {
            throw new IllegalArgumentException("video quality %d must be between 1 and 63".formatted(quality));
        }
        if (preset < 0 || preset > 13) {
            throw new IllegalArgumentException("video preset %d must be between 0 and 13".formatted(preset));
        }
    }

    /// {@return the usual choice for recording: AV1, a key frame every ten pictures}
    public static VideoSettings lowDelayAv1() {
        return new VideoSettings(VideoCodec.SVT_AV1, 10, 30, 12);
    }

    /// {@return OpenH264 for machines on which AV1 is too slow}
    public static VideoSettings openH264() {
        return new VideoSettings(VideoCodec.OPEN_H264, 10, 26, 0);
    }

    /// {@return motion JPEG, the cheapest to encode and by far the largest}
    public static VideoSettings motionJpeg() {
        return new VideoSettings(VideoCodec.MJPEG, 1, 4, 0);
    }

    /// {@return the same with another distance between key frames}
    ///
    /// @param interval every how many pictures one stands alone
    public VideoSettings withKeyframeInterval(int interval) {
        return new VideoSettings(codec, interval, quality, preset);
    }
}

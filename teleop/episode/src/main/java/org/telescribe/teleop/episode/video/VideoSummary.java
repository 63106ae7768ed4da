package org.telescribe.teleop.episode.video;

/// What a video file says about itself, and what counting its samples gave.
///
/// @param codecName FFmpeg's name of the codec, such as `av1`
/// @param width pixels
/// @param height pixels
/// @param timescale ticks per second of the file's time stamps
/// @param averageRateHertz pictures per second over the whole file
/// @param samples number of encoded pictures in the file
/// @param firstSeconds time stamp of the first picture, seconds
/// @param worstGridSeconds largest distance of a time stamp from number of the picture / rate, seconds
/// @param keyframes how many pictures can be decoded alone
/// @param startsWithKeyframe whether the first picture can
public record VideoSummary(
        String codecName,
        int width,
        int height,
        int timescale,
        double averageRateHertz,
        int samples,
        double firstSeconds,
        double worstGridSeconds,
        int keyframes,
        boolean startsWithKeyframe) {}

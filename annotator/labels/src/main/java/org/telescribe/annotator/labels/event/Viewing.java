package org.telescribe.annotator.labels.event;

/// What a person had before the eyes when answering.
///
/// @param videoSha256 hash of the video file, lower-case hexadecimal; empty when none was shown
/// @param frameTimeNanos time of the picture on the episode's own time, nanoseconds; -1 when none was
///     shown
/// @param spentMillis how long the person had looked at this thing to judge, milliseconds
public record Viewing(String videoSha256, long frameTimeNanos, long spentMillis) {
    /// No video was shown.
    public static final Viewing NOTHING = new Viewing("", -1, 0);
}

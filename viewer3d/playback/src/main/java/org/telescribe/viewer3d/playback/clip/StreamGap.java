package org.telescribe.viewer3d.playback.clip;

/// A stretch in which a stream brought nothing new.
///
/// @param stream name of the camera, or of the bus
/// @param kind what was missing
/// @param fromNanos where it begins, nanoseconds from the episode's start
/// @param toNanos where the next news came, nanoseconds from the episode's start
/// @param rows how many rows carry old news
public record StreamGap(String stream, Kind kind, long fromNanos, long toNanos, int rows) {
    /// What was missing.
    public enum Kind {
        /// The camera delivered no new picture; the rows repeat the one before.
        PICTURE_REPEATED,
        /// The arm's bus brought no new reply.
        REPLY_MISSING
    }
}

package org.telescribe.teleop.episode.video;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.model.ImageHistogram;
import org.telescribe.teleop.episode.model.VideoPacket;

/// What an encoder gave for one picture.
///
/// @param rowIndex the row that the picture was encoded for
/// @param keyframe whether it can be decoded alone
/// @param data encoded bytes from position to limit; nobody changes them afterwards
/// @param histogram brightness and colours of the episode so far, now and then; null otherwise
public record EncodedPacket(
        long rowIndex,
        boolean keyframe,
        ByteBuffer data,
        @Nullable ImageHistogram histogram) {
    /// {@return the packet as the recorder takes it}
    ///
    /// @param cameraIndex place of the camera in the schema
    /// @param captureNanos moment of capture, session clock, nanoseconds
    /// @param sequence the camera's own frame number
    /// @param repeated whether it is the previous row's picture again
    public VideoPacket of(int cameraIndex, long captureNanos, long sequence, boolean repeated) {
        return new VideoPacket(cameraIndex, rowIndex, captureNanos, sequence, repeated, keyframe, data, histogram);
    }
}

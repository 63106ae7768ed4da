package org.telescribe.teleop.episode.model;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// One encoded picture of one camera, which belongs to one row.
///
/// @param cameraIndex place of the camera in the schema
/// @param rowIndex the row, from 0; each camera has exactly one packet for each row
/// @param captureNanos moment of capture of the picture, session clock, nanoseconds
/// @param sequence the camera's own frame number
/// @param repeated whether this is the previous row's picture again, because the camera delivered none
/// @param keyframe whether the picture can be decoded alone
/// @param data encoded bytes from position to limit; nobody may change them afterwards
/// @param histogram brightness and colours of the episode's pictures so far, given now and then; null
///     otherwise
public record VideoPacket(
        int cameraIndex,
        long rowIndex,
        long captureNanos,
        long sequence,
        boolean repeated,
        boolean keyframe,
        ByteBuffer data,
        @Nullable ImageHistogram histogram) {
    /// Takes a view of the bytes.
    public VideoPacket {
        data = data.asReadOnlyBuffer();
    }

    /// {@return the encoded bytes from position to limit, as a view of its own}
    @Override
    public ByteBuffer data() {
        return data.duplicate();
    }
}

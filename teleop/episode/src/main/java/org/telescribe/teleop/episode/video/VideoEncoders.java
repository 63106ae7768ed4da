package org.telescribe.teleop.episode.video;

import java.util.HashSet;
import java.util.Set;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.VideoSettings;

/// Opens encoders. Open all encoders of an episode one after the other on quiet threads: some raise
/// their own threads above everything, which is undone here for every thread that appeared meanwhile.
public final class VideoEncoders {
    private static final int NICENESS = 10;

    private VideoEncoders() {}

    /// {@return an encoder for one camera of one episode, ready for its first picture}
    ///
    /// @param settings how to encode
    /// @param camera what to encode
    /// @param framesPerSecond the dataset's grid, hertz
    /// @param scheduling used to put the encoder's threads and the calling thread back to the
    ///     background
    public static CameraEncoder open(
            VideoSettings settings, CameraFeature camera, int framesPerSecond, ThreadScheduling scheduling) {
        Set<Integer> before = new HashSet<>(scheduling.threadIds());
        try {
            return new FfmpegCameraEncoder(settings, camera, framesPerSecond);
        } finally {
            scheduling.background(NICENESS);
            for (int threadId : scheduling.threadIds()) {
                if (!before.contains(threadId)) {
                    scheduling.background(threadId, NICENESS);
                }
            }
        }
    }
}

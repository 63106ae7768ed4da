package org.telescribe.teleop.episode.video;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bytedeco.ffmpeg.global.avcodec;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.VideoCodec;
import org.telescribe.teleop.episode.model.VideoSettings;

/// Opens encoders. Some raise their own threads above everything when they may; here they may not, and
/// every thread that appeared meanwhile is put into the background.
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
            return scheduling.withoutRealTime(() -> new FfmpegCameraEncoder(settings, camera, framesPerSecond));
        } finally {
            scheduling.background(NICENESS);
            for (int threadId : scheduling.threadIds()) {
                if (!before.contains(threadId)) {
                    scheduling.background(threadId, NICENESS);
                }
            }
        }
    }

    /// {@return names of the encoders that this build of FFmpeg has, of those that recording can use}
    public static List<String> available() {
        return Arrays.stream(VideoCodec.values())
                .map(VideoCodec::encoderName)
                .filter(name -> avcodec.avcodec_find_encoder_by_name(name) != null)
                .toList();
    }
}

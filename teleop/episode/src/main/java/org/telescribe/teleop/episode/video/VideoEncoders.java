package org.telescribe.teleop.episode.video;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.bytedeco.ffmpeg.global.avcodec;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.VideoCodec;
import org.telescribe.teleop.episode.model.VideoSettings;

/// Opens encoders. Some raise their own threads above everything when they may; here they may not: they
/// are opened on a thread of the background that has given that right away, and threads begin as the
/// one that makes them.
public final class VideoEncoders {
    private static final int NICENESS = 10;

    private VideoEncoders() {}

    /// {@return an encoder for one camera of one episode, ready for its first picture; the calling
    /// thread's own scheduling stays as it is}
    ///
    /// @param settings how to encode
    /// @param camera what to encode
    /// @param framesPerSecond the dataset's grid, hertz
    /// @param scheduling used to put the encoder's threads into the background
    public static CameraEncoder open(
            VideoSettings settings, CameraFeature camera, int framesPerSecond, ThreadScheduling scheduling) {
        FutureTask<CameraEncoder> opening = new FutureTask<>(() -> {
            scheduling.background(NICENESS);
            return scheduling.withoutRealTime(() -> new FfmpegCameraEncoder(settings, camera, framesPerSecond));
        });
        Thread.ofPlatform().daemon().name("open encoder").start(opening);
        return result(opening);
    }

    private static CameraEncoder result(FutureTask<CameraEncoder> opening) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return opening.get();
                } catch (InterruptedException later) { // an encoder that nobody closes would stay for ever
                    interrupted = true;
                }
            }
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new IllegalStateException("an encoder could not be opened", refused);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
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

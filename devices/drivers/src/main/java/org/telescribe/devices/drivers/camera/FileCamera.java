package org.telescribe.devices.drivers.camera;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.port.CameraLost;
import org.telescribe.devices.core.port.CameraSource;
import org.telescribe.devices.core.time.DeadlineWait;
import org.telescribe.devices.core.time.SessionClock;

/// A video file played as if it were a camera: at its own rate, again from the start after its end.
public final class FileCamera {
    private FileCamera() {}

    /// Opens a file.
    ///
    /// @param name the camera's name in a dataset
    /// @param file any video file
    /// @param pool buffers; pictures are scaled to their size
    /// @param clock the session clock
    /// @param wait how it waits for the next frame
    /// @return the camera
    /// @throws CameraLost with a sentence when the file cannot be played
    public static CameraSource open(String name, Path file, FramePool pool, SessionClock clock, DeadlineWait wait)
            throws CameraLost {
        if (!Files.isReadable(file)) {
            throw new CameraLost("Camera %s: there is no readable file %s. Check the path.".formatted(name, file));
        }
        try {
            FfmpegInput input = FfmpegInput.open(file.toString(), "", Map.of(), true);
            CameraInfo info = new CameraInfo(name, pool.width(), pool.height(), input.framesPerSecond());
            return new PlayedCamera(info, input, pool, clock, wait);
        } catch (FfmpegRefused refused) {
            throw new CameraLost(
                    "Camera %s: %s cannot be played (%s). Choose a video file."
                            .formatted(name, file, refused.getMessage()),
                    refused);
        }
    }
}

package org.telescribe.devices.drivers.camera;

import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.port.CameraLost;
import org.telescribe.devices.core.port.CameraSource;
import org.telescribe.devices.core.time.DeadlineWait;
import org.telescribe.devices.core.time.SessionClock;

/// A camera whose pictures FFmpeg's filters generate, such as `testsrc2=size=640x480:rate=30`.
public final class GeneratorCamera {
    private GeneratorCamera() {}

    /// Opens a generator.
    ///
    /// @param name the camera's name in a dataset
    /// @param graph description of the filters
    /// @param pool buffers; pictures are scaled to their size
    /// @param clock the session clock
    /// @param wait how it waits for the next frame
    /// @return the camera
    /// @throws CameraLost with a sentence when the description is not understood
    public static CameraSource open(String name, String graph, FramePool pool, SessionClock clock, DeadlineWait wait)
            throws CameraLost {
        try {
            FilterInput input = FilterInput.open(graph);
            CameraInfo info = new CameraInfo(name, pool.width(), pool.height(), input.framesPerSecond());
            return new PlayedCamera(info, input, pool, clock, wait);
        } catch (FfmpegRefused refused) {
            throw new CameraLost(
                    "Camera %s: \"%s\" generates no pictures (%s). Correct the description."
                            .formatted(name, graph, refused.getMessage()),
                    refused);
        }
    }
}

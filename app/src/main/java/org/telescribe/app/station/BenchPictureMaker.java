package org.telescribe.app.station;

import org.telescribe.devices.core.port.BenchRenderer;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.emulator.bench.BenchScene;
import org.telescribe.devices.emulator.camera.SoftwareBenchRenderer;

/// Makes the renderers of the bench's cameras.
@FunctionalInterface
public interface BenchPictureMaker {
    /// {@return a renderer for one camera; the camera closes it}
    ///
    /// @param scene what is seen
    /// @param camera what the camera delivers
    BenchRenderer rendererOf(BenchScene scene, CameraInfo camera);

    /// {@return drawing without a graphics library}
    static BenchPictureMaker software() {
        return (scene, camera) -> new SoftwareBenchRenderer(scene, camera.width(), camera.height());
    }
}

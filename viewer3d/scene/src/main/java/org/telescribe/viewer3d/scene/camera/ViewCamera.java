package org.telescribe.viewer3d.scene.camera;

import org.telescribe.devices.core.robot.Pose;

/// From where and how a picture is drawn. The renderer draws straight lines straight: the model's
/// distortion is left out.
///
/// @param sceneFromCamera pose of the camera in the scene; Z forward, X to the right, Y down
/// @param model field of view and principal point; a picture of another size is scaled to fill
/// @param nearMetres nothing nearer is drawn
/// @param farMetres nothing further away is drawn
public record ViewCamera(Pose sceneFromCamera, CameraModel model, double nearMetres, double farMetres) {
    /// Refuses an empty depth range.
    public ViewCamera {
        if (!(nearMetres > 0) || !(farMetres > nearMetres)) {
            throw new IllegalArgumentException(
                    "a view from %s m to %s m deep is empty".formatted(nearMetres, farMetres));
        }
    }

    /// {@return a view from a camera of the bench or the station}
    ///
    /// @param sceneFromCamera pose of the camera
    /// @param model its calibration
    public static ViewCamera of(Pose sceneFromCamera, CameraModel model) {
        return new ViewCamera(sceneFromCamera, model, 0.01, 20);
    }
}

package org.telescribe.viewer3d.scene.camera;

import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.scene.mesh.Bounds;

/// The camera that a person turns around a point. Immutable: every gesture gives another one. The
/// scene's Z is up.
///
/// @param targetX point looked at, metres
/// @param targetY point looked at, metres
/// @param targetZ point looked at, metres
/// @param yawRad 0 looks along +Y (from the operator's side), growing to the right of the scene
/// @param pitchRad 0 looks level, a quarter turn looks straight down
/// @param distanceMetres from the point looked at
/// @param verticalFieldOfViewRad from the picture's upper edge to its lower one
public record OrbitCamera(
        double targetX,
        double targetY,
        double targetZ,
        double yawRad,
        double pitchRad,
        double distanceMetres,
        double verticalFieldOfViewRad) {
    private static final double STEEPEST_RAD = Math.PI / 2;
    private static final double NEAREST_METRES = 0.05;
    private static final double FURTHEST_METRES = 30;
    private static final double USUAL_FIELD_OF_VIEW_RAD = Math.toRadians(38);
    private static final double AIR = 1.04;

    /// Keeps pitch and distance within what can be drawn.
    public OrbitCamera {
        pitchRad = Math.max(-STEEPEST_RAD, Math.min(STEEPEST_RAD, pitchRad));
        distanceMetres = Math.max(NEAREST_METRES, Math.min(FURTHEST_METRES, distanceMetres));
    }

    /// {@return a camera that sees all of something}
    ///
    /// @param bounds what is to be seen
    /// @param view from where
    /// @param aspect width of the picture over its height
    public static OrbitCamera fit(Bounds bounds, SavedView view, double aspect) {
        return new OrbitCamera(0, 0, 0, view.yawRad(), view.pitchRad(), 1, USUAL_FIELD_OF_VIEW_RAD).fit(bounds, aspect);
    }

    /// {@return this camera turned}
    ///
    /// @param yawDeltaRad to the right
    /// @param pitchDeltaRad upwards
    public OrbitCamera orbit(double yawDeltaRad, double pitchDeltaRad) {
        double turned = Math.IEEEremainder(yawRad + yawDeltaRad, 2 * Math.PI);
        return new OrbitCamera(
                targetX, targetY, targetZ, turned, pitchRad + pitchDeltaRad, distanceMetres, verticalFieldOfViewRad);
    }

    /// {@return this camera moved sideways, so that the scene follows a dragging pointer}
    ///
    /// @param rightShare pointer's way to the right, as a share of the picture's height
    /// @param downShare pointer's way down, as a share of the picture's height
    public OrbitCamera pan(double rightShare, double downShare) {
        double height = 2 * distanceMetres * Math.tan(verticalFieldOfViewRad / 2);
        Pose pose = sceneFromCamera();
        double right = -rightShare * height;
        double down = -downShare * height;
        return new OrbitCamera(
                targetX + right * pose.r00() + down * pose.r01(),
                targetY + right * pose.r10() + down * pose.r11(),
                targetZ + right * pose.r20() + down * pose.r21(),
                yawRad,
                pitchRad,
                distanceMetres,
                verticalFieldOfViewRad);
    }

    /// {@return this camera nearer or further away}
    ///
    /// @param factor new distance over the old one
    public OrbitCamera zoom(double factor) {
        return new OrbitCamera(
                targetX, targetY, targetZ, yawRad, pitchRad, distanceMetres * factor, verticalFieldOfViewRad);
    }

    /// {@return this camera, looking the same way, so that it sees all of something}
    ///
    /// @param bounds what is to be seen; nothing leaves the camera as it is
    /// @param aspect width of the picture over its height
    public OrbitCamera fit(Bounds bounds, double aspect) {
        if (bounds.isEmpty()) {
            return this;
        }
        OrbitCamera near = new OrbitCamera(
                bounds.middleX(), bounds.middleY(), bounds.middleZ(), yawRad, pitchRad, 1, verticalFieldOfViewRad);
        Pose cameraFromScene = near.sceneFromCamera().inverse();
        double tangent = Math.tan(verticalFieldOfViewRad / 2);
        double needed = NEAREST_METRES;
        for (int corner = 0; corner < 8; corner++) {
            Pose at = cameraFromScene.times(Pose.translation(
                    (corner & 1) == 0 ? bounds.minX() : bounds.maxX(),
                    (corner & 2) == 0 ? bounds.minY() : bounds.maxY(),
                    (corner & 4) == 0 ? bounds.minZ() : bounds.maxZ()));
            double aside = Math.max(Math.abs(at.yMetres()), Math.abs(at.xMetres()) / aspect) / tangent;
            needed = Math.max(needed, aside - (at.zMetres() - 1));
        }
        return near.zoom(needed * AIR);
    }

    /// {@return pose of the camera in the scene; Z forward, X to the right, Y down}
    public Pose sceneFromCamera() {
        double cy = Math.cos(yawRad);
        double sy = Math.sin(yawRad);
        double cp = Math.cos(pitchRad);
        double sp = Math.sin(pitchRad);
        return new Pose(
                cy,
                sp * sy,
                -cp * sy,
                sy,
                -sp * cy,
                cp * cy,
                0,
                -cp,
                -sp,
                targetX + distanceMetres * cp * sy,
                targetY - distanceMetres * cp * cy,
                targetZ + distanceMetres * sp);
    }

    /// {@return the view for a picture of a size}
    ///
    /// @param width pixels
    /// @param height pixels
    public ViewCamera view(int width, int height) {
        return new ViewCamera(
                sceneFromCamera(),
                CameraModel.ofFieldOfView(width, height, verticalFieldOfViewRad),
                Math.max(0.005, distanceMetres / 60),
                distanceMetres * 8 + 8);
    }
}

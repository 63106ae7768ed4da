package org.telescribe.teleop.episode.setup;

import java.util.List;
import java.util.Optional;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.teleop.episode.model.ArmSource;

/// How a station was set up.
///
/// @param armSource whether the arms are emulated or real
/// @param arms robots in the scene whose description is known
/// @param cameras cameras whose calibration is known
public record StationSetup(ArmSource armSource, List<ArmSetup> arms, List<CameraSetup> cameras) {
    /// Copies.
    public StationSetup {
        arms = List.copyOf(arms);
        cameras = List.copyOf(cameras);
    }

    /// {@return a set-up that says nothing but what the arms are}
    ///
    /// @param armSource whether the arms are emulated or real
    public static StationSetup unknown(ArmSource armSource) {
        return new StationSetup(armSource, List.of(), List.of());
    }

    /// One arm.
    ///
    /// @param name the arm's name, which its channels begin with, such as `left`
    /// @param description name of the built-in robot description, such as `telescribe_bench_arm`
    /// @param worldFromBase pose of the description's root link in the station's frame, metres
    /// @param toolLink link whose way is drawn
    public record ArmSetup(String name, String description, Pose worldFromBase, String toolLink) {}

    /// One camera. Its frame is +Z forward, +X to the right, +Y down.
    ///
    /// @param name the camera's name in the dataset, such as `head`
    /// @param width pixels
    /// @param height pixels
    /// @param focalXPixels focal length along X, pixels
    /// @param focalYPixels focal length along Y, pixels
    /// @param centreXPixels principal point, pixels, 0 in the middle of the first column, as in OpenCV
    /// @param centreYPixels principal point, pixels, 0 in the middle of the first row
    /// @param distortion k1, k2, p1, p2, k3 as OpenCV defines them
    /// @param mount `world`, or `ARM/LINK` for a camera that rides on an arm
    /// @param mountFromCamera pose of the camera on its mount, metres
    public record CameraSetup(
            String name,
            int width,
            int height,
            double focalXPixels,
            double focalYPixels,
            double centreXPixels,
            double centreYPixels,
            List<Double> distortion,
            String mount,
            Pose mountFromCamera) {
        private static final int DISTORTION = 5;

        /// Mount of a camera that does not move.
        public static final String WORLD = "world";

        /// Copies and checks.
        public CameraSetup {
            distortion = List.copyOf(distortion);
            if (distortion.size() != DISTORTION) {
                throw new IllegalArgumentException(
                        "camera %s: %d distortion numbers, need k1 k2 p1 p2 k3".formatted(name, distortion.size()));
            }
        }
    }

    /// {@return the camera of a name}
    ///
    /// @param name the camera's name in the dataset
    public Optional<CameraSetup> camera(String name) {
        return cameras.stream().filter(camera -> camera.name().equals(name)).findFirst();
    }
}

package org.telescribe.devices.emulator.camera;

import org.telescribe.devices.core.robot.Pose;

/// The bench's three cameras.
public enum BenchView {
    /// In front of the bench, looking at both arms.
    HEAD("head", 0.75) {
        @Override
        Pose benchFromCamera(Observation seen) {
            return LookAt.pose(0, -1.02, 0.80, 0, 0.0, 0.13);
        }
    },
    /// On the left arm's hand.
    LEFT_WRIST("left_wrist", 1.05) {
        @Override
        Pose benchFromCamera(Observation seen) {
            return seen.benchFromLeftHand().times(LookAt.HAND_FROM_CAMERA);
        }
    },
    /// On the right arm's hand.
    RIGHT_WRIST("right_wrist", 1.05) {
        @Override
        Pose benchFromCamera(Observation seen) {
            return seen.benchFromRightHand().times(LookAt.HAND_FROM_CAMERA);
        }
    };

    private final String cameraName;
    private final double verticalFieldOfViewRad;

    BenchView(String cameraName, double verticalFieldOfViewRad) {
        this.cameraName = cameraName;
        this.verticalFieldOfViewRad = verticalFieldOfViewRad;
    }

    /// {@return the camera's name in a dataset}
    public String cameraName() {
        return cameraName;
    }

    /// {@return vertical field of view, radians}
    public double verticalFieldOfViewRad() {
        return verticalFieldOfViewRad;
    }

    abstract Pose benchFromCamera(Observation seen);
}

package org.telescribe.devices.emulator.camera;

import java.util.Objects;
import java.util.Optional;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.emulator.bench.BenchArms;

/// The bench's cameras: one above the operator's head, one on each wrist.
public enum BenchView {
    /// Sees the whole bench from the operator's side.
    HEAD("head", Math.toRadians(46)),
    /// Rides on the left hand.
    LEFT_WRIST("left_wrist", Math.toRadians(68)),
    /// Rides on the right hand.
    RIGHT_WRIST("right_wrist", Math.toRadians(68));

    private static final double[] HEAD_AT = {0, -0.82, 0.62};
    private static final double[] HEAD_LOOKS_AT = {0, 0.03, 0.09};
    private static final double WRIST_TILT_RAD = Math.toRadians(24);

    private final String cameraName;
    private final double verticalFieldOfViewRad;

    BenchView(String cameraName, double verticalFieldOfViewRad) {
        this.cameraName = cameraName;
        this.verticalFieldOfViewRad = verticalFieldOfViewRad;
    }

    /// {@return the camera's name in datasets}
    public String cameraName() {
        return cameraName;
    }

    /// {@return the camera of that name}
    ///
    /// @param name its name in datasets
    public static BenchView ofCamera(String name) {
        for (BenchView view : values()) {
            if (view.cameraName.equals(name)) {
                return view;
            }
        }
        throw new IllegalArgumentException("the bench has no camera %s".formatted(name));
    }

    /// {@return the arm on whose link `hand` it rides; empty for a camera that does not move}
    public Optional<ArmSide> hand() {
        return switch (this) {
            case HEAD -> Optional.empty();
            case LEFT_WRIST -> Optional.of(ArmSide.LEFT);
            case RIGHT_WRIST -> Optional.of(ArmSide.RIGHT);
        };
    }

    /// {@return pose of the camera on what it is mounted on, the bench or the link `hand`}
    public Pose mountFromCamera() {
        return this == HEAD ? ViewPoint.lookAt(HEAD_AT, HEAD_LOOKS_AT) : handFromCamera();
    }

    /// {@return focal length, pixels}
    ///
    /// @param height height of its pictures, pixels
    public double focalPixels(int height) {
        return height / 2.0 / Math.tan(verticalFieldOfViewRad / 2);
    }

    /// {@return from the upper edge of its pictures to the lower one, radians}
    public double verticalFieldOfViewRad() {
        return verticalFieldOfViewRad;
    }

    /// {@return where the camera is at a pose of the arms}
    ///
    /// @param arms the arms
    /// @param leftRad joint positions of the left arm, radians
    /// @param rightRad joint positions of the right arm, radians
    public Pose benchFromCamera(BenchArms arms, double[] leftRad, double[] rightRad) {
        return switch (this) {
            case HEAD -> ViewPoint.lookAt(HEAD_AT, HEAD_LOOKS_AT);
            case LEFT_WRIST -> onHand(arms, ArmSide.LEFT, leftRad);
            case RIGHT_WRIST -> onHand(arms, ArmSide.RIGHT, rightRad);
        };
    }

    private static Pose onHand(BenchArms arms, ArmSide side, double[] jointRad) {
        Pose hand = Objects.requireNonNull(arms.benchFromLinks(side, jointRad).get("hand"), "hand");
        return hand.times(handFromCamera());
    }

    private static Pose handFromCamera() {
        // The camera's Z is the hand's X tilted down, its X is the hand's -Y, its Y the hand's -Z.
        Pose handFromUpright = new Pose(0, 0, 1, -1, 0, 0, 0, -1, 0, -0.035, 0, 0.075);
        return handFromUpright.times(Pose.rotation(1, 0, 0, -WRIST_TILT_RAD));
    }
}

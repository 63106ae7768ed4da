package org.telescribe.devices.emulator.physics;

import java.util.List;
import org.telescribe.devices.core.robot.Pose;

/// What an arm's links are made of where it touches things: one box a link, a little smaller than what is
/// drawn. Fingers have a rubber pad that stands 3.2 mm into the gap, so that a hand closed to a block's
/// width presses on it.
final class ArmShapes {
    /// A box of a link.
    ///
    /// @param link its link
    /// @param linkFromBox pose of its middle
    /// @param halfXMetres half its length along its own X
    /// @param halfYMetres half its length along its own Y
    /// @param halfZMetres half its length along its own Z
    record Box(String link, Pose linkFromBox, double halfXMetres, double halfYMetres, double halfZMetres) {}

    static final String LEFT_FINGER = "left_finger";
    static final String RIGHT_FINGER = "right_finger";
    private static final double PAD_MIDDLE_METRES = 0.0028;

    private static final List<Box> BOXES = List.of(
            new Box("base", Pose.translation(0, 0, 0.035), 0.060, 0.060, 0.033),
            new Box("turret", Pose.translation(0, 0, 0.025), 0.045, 0.045, 0.025),
            new Box(
                    "upper_arm",
                    Pose.rotation(0, 1, 0, Math.atan2(0.05, 0.30)).times(Pose.translation(0, 0, 0.152)),
                    0.028,
                    0.024,
                    0.15),
            new Box("forearm", Pose.translation(0.10, 0, 0), 0.10, 0.029, 0.025),
            new Box("forearm_tube", Pose.translation(0.05, 0, 0), 0.05, 0.024, 0.020),
            new Box("wrist", Pose.translation(0.035, 0, 0), 0.033, 0.019, 0.019),
            new Box("hand", Pose.translation(0.028, 0, 0), 0.026, 0.042, 0.020),
            new Box(LEFT_FINGER, Pose.translation(0.043, PAD_MIDDLE_METRES, 0), 0.039, 0.006, 0.010),
            new Box(RIGHT_FINGER, Pose.translation(0.043, -PAD_MIDDLE_METRES, 0), 0.039, 0.006, 0.010));

    private ArmShapes() {}

    static List<Box> of(String link) {
        return BOXES.stream().filter(box -> box.link().equals(link)).toList();
    }
}

package org.telescribe.teleop.control.collect;

import java.util.Locale;
import org.telescribe.teleop.control.message.ControlSnapshot;
import org.telescribe.teleop.control.message.ControlSnapshot.ArmSnapshot;

/// Tells the operator which joint to move, and which way.
final class AlignmentSentence {
    private AlignmentSentence() {}

    static String of(ControlSnapshot loop) {
        boolean leftFirst = !loop.left().aligned();
        ArmSnapshot arm = leftFirst ? loop.left() : loop.right();
        double degrees = Math.toDegrees(arm.worstOffRad());
        return String.format(
                Locale.ROOT,
                "Cannot start: %s %s is %.0f° away from its follower. Turn it %s until the bar is full.",
                leftFirst ? "left" : "right",
                arm.worstJoint().replace('_', ' '),
                Math.abs(degrees),
                degrees > 0 ? "back" : "forward");
    }
}

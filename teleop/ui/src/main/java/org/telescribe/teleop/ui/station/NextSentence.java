package org.telescribe.teleop.ui.station;

import java.util.Locale;
import java.util.Optional;
import org.telescribe.devices.core.port.BusOutcome;
import org.telescribe.teleop.control.collect.CollectPhase;
import org.telescribe.teleop.control.collect.CollectView;
import org.telescribe.teleop.control.message.ControlSnapshot.ArmSnapshot;
import org.telescribe.teleop.control.recorder.CameraStatus;

/// What to do next, one sentence: the worst thing first.
final class NextSentence {
    private static final long CAMERA_SILENT_NANOS = 1_000_000_000L;

    private NextSentence() {}

    static String of(CollectView view, long nowNanos) {
        if (view.phase() == CollectPhase.HOLD) {
            return view.sentence() + " Then hold H for 0.8 s in Collect.";
        }
        Optional<String> arm = arm("left", view.control().left())
                .or(() -> arm("right", view.control().right()));
        if (arm.isPresent()) {
            return arm.get();
        }
        int number = 1;
        for (CameraStatus camera : view.recorder().cameras()) {
            if (!camera.lost().isEmpty()) {
                return "Camera %d, %s, is gone: %s Check its cable, then open the station again."
                        .formatted(number, words(camera.name()), camera.lost());
            }
            long age = nowNanos - camera.newestCaptureNanos();
            if (camera.frames() > 0 && age > CAMERA_SILENT_NANOS) {
                return String.format(
                        Locale.ROOT,
                        "Camera %d, %s, gave no frame for %.1f s. Check its cable and what else uses its bus.",
                        number,
                        words(camera.name()),
                        age * 1e-9);
            }
            number++;
        }
        if (!view.recorder().failure().isEmpty()) {
            return view.recorder().failure();
        }
        return "Everything answers. Go to Collect with Ctrl+2 and press Enter to arm.";
    }

    private static Optional<String> arm(String side, ArmSnapshot arm) {
        if (arm.jointNames().isEmpty()) {
            return Optional.of("The %s arm is being opened.".formatted(side));
        }
        if (arm.leaderOutcome() != BusOutcome.OK) {
            return Optional.of("The %s leader does not answer. Check its power and its USB cable.".formatted(side));
        }
        if (arm.followerOutcome() != BusOutcome.OK) {
            return Optional.of("The %s follower does not answer. Check its power and its USB cable.".formatted(side));
        }
        return Optional.empty();
    }

    private static String words(String name) {
        return name.replace('_', ' ');
    }
}

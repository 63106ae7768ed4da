package org.telescribe.app.station;

import java.util.List;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.motion.ScriptedTask;
import org.telescribe.devices.emulator.motion.TwoArmMotion;

/// What the emulated operator's hands do, and the arms that fit it.
///
/// @param robotType the robot's name in the dataset
/// @param task what the hands do, a sentence
/// @param left joints of the left arms
/// @param right joints of the right arms
/// @param motion how the hands move, in the order of these joints
/// @param shownAs for each joint, the bench's joint that the pictures show it by; empty for none
record HandMotion(
        String robotType, String task, ArmLayout left, ArmLayout right, TwoArmMotion motion, List<String> shownAs) {
    HandMotion {
        shownAs = List.copyOf(shownAs);
    }

    static HandMotion scripted(BenchArms arms, BenchObjects objects, long seed) {
        return new HandMotion(
                "telescribe_bench",
                ScriptedTask.sentence(),
                arms.layout(),
                arms.layout(),
                ScriptedTask.of(arms, objects, seed),
                arms.layout().joints().stream().map(joint -> joint.name()).toList());
    }
}

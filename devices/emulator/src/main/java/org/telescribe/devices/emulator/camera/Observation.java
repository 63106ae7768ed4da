package org.telescribe.devices.emulator.camera;

import java.util.List;
import org.telescribe.devices.core.robot.Pose;

/// What there is to see on the bench at one moment, bench frame.
record Observation(
        List<Capsule> capsules,
        List<Block> blocks,
        double bowlXMetres,
        double bowlYMetres,
        Pose benchFromLeftHand,
        Pose benchFromRightHand) {}

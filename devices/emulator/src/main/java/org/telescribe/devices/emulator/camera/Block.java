package org.telescribe.devices.emulator.camera;

import org.telescribe.devices.core.robot.Pose;

/// A coloured cube.
record Block(Pose benchFromBlock, int rgb) {
    static final double HALF_METRES = 0.02;
}

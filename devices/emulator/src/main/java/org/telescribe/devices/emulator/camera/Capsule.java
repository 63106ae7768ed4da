package org.telescribe.devices.emulator.camera;

/// A rod with round ends, or a ball when both ends are one. Metres, in the frame that goes with it.
record Capsule(double ax, double ay, double az, double bx, double by, double bz, double radiusMetres, int rgb) {}

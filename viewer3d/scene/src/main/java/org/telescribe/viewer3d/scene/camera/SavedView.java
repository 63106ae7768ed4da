package org.telescribe.viewer3d.scene.camera;

/// Views that every scene has.
public enum SavedView {
    /// From the operator's side.
    FRONT(0, 0.12),
    /// From the robot's left.
    LEFT(-Math.PI / 2, 0.12),
    /// From the robot's right.
    RIGHT(Math.PI / 2, 0.12),
    /// From straight above, the operator's side below.
    TOP(0, Math.PI / 2),
    /// From above, the operator's side and a little from the right.
    ISO(0.62, 0.55);

    private final double yawRad;
    private final double pitchRad;

    SavedView(double yawRad, double pitchRad) {
        this.yawRad = yawRad;
        this.pitchRad = pitchRad;
    }

    /// {@return as in [OrbitCamera]}
    public double yawRad() {
        return yawRad;
    }

    /// {@return as in [OrbitCamera]}
    public double pitchRad() {
        return pitchRad;
    }
}

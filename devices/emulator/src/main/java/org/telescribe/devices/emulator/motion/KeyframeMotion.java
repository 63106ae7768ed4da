package org.telescribe.devices.emulator.motion;

/// A motion through poses: between two of them every joint moves as a hand does, with minimum jerk, and
/// at each it may rest. A little tremor lies over it and dies out at both ends. Repeats.
final class KeyframeMotion implements MotionSource {
    private static final double TREMOR_RAD = 0.0015;
    private static final double TREMOR_HERTZ = 5.3;

    private final double[][] posesRad;
    private final long[] arriveNanos;
    private final long[] leaveNanos;
    private final long durationNanos;
    private final double phase;

    /// A motion.
    ///
    /// @param posesRad poses, the first and the last alike
    /// @param arriveNanos when each is reached
    /// @param leaveNanos when each is left
    /// @param durationNanos after which it repeats, not before the last pose is reached
    /// @param phase of the tremor
    KeyframeMotion(double[][] posesRad, long[] arriveNanos, long[] leaveNanos, long durationNanos, double phase) {
        this.posesRad = posesRad;
        this.arriveNanos = arriveNanos;
        this.leaveNanos = leaveNanos;
        this.durationNanos = durationNanos;
        this.phase = phase;
    }

    @Override
    public long durationNanos() {
        return durationNanos;
    }

    @Override
    public double positionRad(int joint, long timeNanos) {
        long nanos = timeNanos % durationNanos;
        return planned(joint, nanos) + tremor(joint, nanos);
    }

    private double planned(int joint, long nanos) {
        int next = 1;
        while (next < posesRad.length && nanos >= arriveNanos[next]) {
            next++;
        }
        double from = posesRad[next - 1][joint];
        if (next == posesRad.length || nanos <= leaveNanos[next - 1]) {
            return from;
        }
        double s = (nanos - leaveNanos[next - 1]) / (double) (arriveNanos[next] - leaveNanos[next - 1]);
        return from + (posesRad[next][joint] - from) * s * s * s * (10 + s * (6 * s - 15));
    }

    private double tremor(int joint, long nanos) {
        double envelope = Math.sin(Math.PI * nanos / durationNanos);
        double angle = 2 * Math.PI * TREMOR_HERTZ * nanos / 1e9;
        return TREMOR_RAD
                * envelope
                * envelope
                * (Math.sin(angle + phase + 1.7 * joint) + 0.6 * Math.sin(1.63 * angle + 2.9 * joint))
                / 1.6;
    }
}

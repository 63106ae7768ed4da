package org.telescribe.devices.emulator.motion;

/// A motion given by rows at a fixed rate, such as those of a recording. Between rows it is
/// interpolated by cubic curves through them (Catmull-Rom), so that it is smooth in position and speed;
/// after the last row it goes back to the first one at an easy pace, so that it repeats without a jump.
public final class SampledMotion implements MotionSource {
    private static final double RETURN_SPEED_RAD_PER_S = 0.8;
    private static final double SHORTEST_RETURN_SECONDS = 1.0;
    private static final double NANOS_PER_SECOND = 1e9;

    private final double[][] rows;
    private final double framesPerSecond;
    private final double sampledSeconds;
    private final double returnSeconds;

    /// A motion through rows.
    ///
    /// @param rows at least two rows of joint positions, radians, all of one length
    /// @param framesPerSecond rate of the rows, hertz
    public SampledMotion(double[][] rows, double framesPerSecond) {
        if (rows.length < 2 || !(framesPerSecond > 0)) {
            throw new IllegalArgumentException(
                    "%d rows at %s Hz: at least 2 rows and a positive rate".formatted(rows.length, framesPerSecond));
        }
        this.rows = new double[rows.length][];
        double farthest = 0;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != rows[0].length) {
                throw new IllegalArgumentException(
                        "row %d has %d joints, row 0 has %d".formatted(i, rows[i].length, rows[0].length));
            }
            this.rows[i] = rows[i].clone();
        }
        for (int joint = 0; joint < rows[0].length; joint++) {
            farthest = Math.max(farthest, Math.abs(rows[rows.length - 1][joint] - rows[0][joint]));
        }
        this.framesPerSecond = framesPerSecond;
        this.sampledSeconds = (rows.length - 1) / framesPerSecond;
        this.returnSeconds = Math.max(SHORTEST_RETURN_SECONDS, 1.875 * farthest / RETURN_SPEED_RAD_PER_S);
    }

    @Override
    public double positionRad(int joint, long timeNanos) {
        double seconds = Math.floorMod(timeNanos, durationNanos()) / NANOS_PER_SECOND;
        if (seconds < sampledSeconds) {
            return between(joint, seconds * framesPerSecond);
        }
        double share = Math.min(1, (seconds - sampledSeconds) / returnSeconds);
        double last = rows[rows.length - 1][joint];
        return last + (rows[0][joint] - last) * MinimumJerk.share(share);
    }

    private double between(int joint, double position) {
        int row = Math.min((int) position, rows.length - 2);
        double t = position - row;
        double before = rows[Math.max(0, row - 1)][joint];
        double from = rows[row][joint];
        double to = rows[row + 1][joint];
        double after = rows[Math.min(rows.length - 1, row + 2)][joint];
        double fromSlope = (to - before) / 2;
        double toSlope = (after - from) / 2;
        double t2 = t * t;
        double t3 = t2 * t;
        return (2 * t3 - 3 * t2 + 1) * from
                + (t3 - 2 * t2 + t) * fromSlope
                + (3 * t2 - 2 * t3) * to
                + (t3 - t2) * toSlope;
    }

    @Override
    public long durationNanos() {
        return Math.round((sampledSeconds + returnSeconds) * NANOS_PER_SECOND);
    }
}

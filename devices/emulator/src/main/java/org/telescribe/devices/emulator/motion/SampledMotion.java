package org.telescribe.devices.emulator.motion;

/// A recorded motion, played there and back for ever: smooth between its samples and without a jump
/// anywhere.
public final class SampledMotion implements MotionSource {
    private final double[][] rowsRad;
    private final double rowsPerSecond;

    /// A motion of recorded rows.
    ///
    /// @param rowsRad positions of all joints in each row, radians; at least two rows, all of one
    ///     length
    /// @param rowsPerSecond rate of the rows, hertz
    /// @param firstRow row to start at
    public SampledMotion(double[][] rowsRad, double rowsPerSecond, int firstRow) {
        int count = rowsRad.length - firstRow;
        if (firstRow < 0 || count < 2 || !(rowsPerSecond > 0)) {
            throw new IllegalArgumentException("%d rows from row %d at %s Hz are no motion: two are needed"
                    .formatted(rowsRad.length, firstRow, rowsPerSecond));
        }
        this.rowsRad = new double[count][];
        for (int i = 0; i < count; i++) {
            this.rowsRad[i] = rowsRad[firstRow + i].clone();
            if (this.rowsRad[i].length != this.rowsRad[0].length) {
                throw new IllegalArgumentException("row %d has %d joints, the first one %d"
                        .formatted(firstRow + i, this.rowsRad[i].length, this.rowsRad[0].length));
            }
        }
        this.rowsPerSecond = rowsPerSecond;
    }

    @Override
    public long durationNanos() {
        return Math.round(2 * (rowsRad.length - 1) / rowsPerSecond * 1e9);
    }

    /// {@inheritDoc}
    ///
    /// Between two rows it follows the cubic whose speeds at the rows are those towards their
    /// neighbours.
    @Override
    public double positionRad(int joint, long timeNanos) {
        int last = rowsRad.length - 1;
        double rows = timeNanos % durationNanos() / 1e9 * rowsPerSecond;
        double at = Math.min(rows <= last ? rows : 2.0 * last - rows, last);
        int row = (int) Math.clamp(Math.floor(at), 0, last - 1);
        double s = at - row;
        double p1 = rowsRad[row][joint];
        double p2 = rowsRad[row + 1][joint];
        double p0 = row == 0 ? p1 : rowsRad[row - 1][joint];
        double p3 = row + 2 > last ? p2 : rowsRad[row + 2][joint];
        double m1 = (p2 - p0) / 2;
        double m2 = (p3 - p1) / 2;
        double s2 = s * s;
        double s3 = s2 * s;
        return (2 * s3 - 3 * s2 + 1) * p1 + (s3 - 2 * s2 + s) * m1 + (3 * s2 - 2 * s3) * p2 + (s3 - s2) * m2;
    }
}

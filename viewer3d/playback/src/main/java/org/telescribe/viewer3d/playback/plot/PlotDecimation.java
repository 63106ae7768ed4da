package org.telescribe.viewer3d.playback.plot;

/// One channel, prepared for drawing at any zoom: the least and the greatest number of every block of
/// rows are known, so a column of pixels costs some blocks, not its rows. Numbers that are not finite
/// are gaps. Not changed once made.
public final class PlotDecimation {
    private static final int BLOCK = 64;

    private final float[] values;
    private final float[] blockLeast;
    private final float[] blockMost;

    /// Prepares a channel.
    ///
    /// @param values a number for each row, copied
    public PlotDecimation(float[] values) {
        this.values = values.clone();
        int blocks = (values.length + BLOCK - 1) / BLOCK;
        this.blockLeast = new float[blocks];
        this.blockMost = new float[blocks];
        for (int block = 0; block < blocks; block++) {
            Extent extent = new Extent();
            for (int row = block * BLOCK; row < Math.min(values.length, (block + 1) * BLOCK); row++) {
                extent.add(values[row]);
            }
            blockLeast[block] = extent.least;
            blockMost[block] = extent.most;
        }
    }

    /// Grows over finite numbers; empty while the least is greater than the most.
    private static final class Extent {
        private float least = Float.POSITIVE_INFINITY;
        private float most = Float.NEGATIVE_INFINITY;

        void add(float value) {
            if (Float.isFinite(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }

        void add(float otherLeast, float otherMost) {
            least = Math.min(least, otherLeast);
            most = Math.max(most, otherMost);
        }

        boolean isEmpty() {
            return least > most;
        }
    }

    /// {@return number of rows}
    public int rows() {
        return values.length;
    }

    /// {@return the number of a row}
    ///
    /// @param row the row, from 0
    public float at(int row) {
        return values[row];
    }

    /// {@return what to draw of a stretch of rows}
    ///
    /// @param fromRow left edge, in rows; may be a fraction and outside of what there is
    /// @param toRow right edge, in rows
    /// @param pixels number of columns
    public PlotColumns columns(double fromRow, double toRow, int pixels) {
        float[] least = new float[pixels];
        float[] most = new float[pixels];
        double rowsPerPixel = (toRow - fromRow) / pixels;
        for (int column = 0; column < pixels; column++) {
            double left = fromRow + column * rowsPerPixel;
            double right = fromRow + (column + 1) * rowsPerPixel;
            Extent extent = new Extent();
            extent.add(between(left)); // so that neighbouring strokes touch
            extent.add(between(right));
            addRows(extent, (int) Math.ceil(left), (int) Math.floor(right));
            least[column] = extent.isEmpty() ? Float.NaN : extent.least;
            most[column] = extent.isEmpty() ? Float.NaN : extent.most;
        }
        return new PlotColumns(least, most);
    }

    /// The number at a fraction of a row on the straight line between its neighbours; not a number when
    /// one of them is missing.
    private float between(double row) {
        int before = (int) Math.floor(row);
        double share = row - before;
        if (before < 0 || before >= values.length || (share > 0 && before + 1 >= values.length)) {
            return Float.NaN;
        }
        return share == 0 ? values[before] : (float) (values[before] + (values[before + 1] - values[before]) * share);
    }

    private void addRows(Extent extent, int first, int last) {
        int row = Math.max(0, first);
        int end = Math.min(values.length - 1, last);
        while (row <= end) {
            if (row % BLOCK == 0 && row + BLOCK - 1 <= end) {
                extent.add(blockLeast[row / BLOCK], blockMost[row / BLOCK]);
                row += BLOCK;
            } else {
                extent.add(values[row]);
                row++;
            }
        }
    }

    /// {@return the least number of a stretch of rows; not a number when there is none}
    ///
    /// @param firstRow first row
    /// @param lastRow last row
    public float least(int firstRow, int lastRow) {
        Extent extent = new Extent();
        addRows(extent, firstRow, lastRow);
        return extent.isEmpty() ? Float.NaN : extent.least;
    }

    /// {@return the greatest number of a stretch of rows; not a number when there is none}
    ///
    /// @param firstRow first row
    /// @param lastRow last row
    public float most(int firstRow, int lastRow) {
        Extent extent = new Extent();
        addRows(extent, firstRow, lastRow);
        return extent.isEmpty() ? Float.NaN : extent.most;
    }

    /// {@return the row near the cursor whose number stands out most from those around it; -1 when there
    /// are none}
    ///
    /// @param row where the cursor is
    /// @param radiusRows how far to look to each side
    public int peakNear(int row, int radiusRows) {
        int first = Math.max(0, row - radiusRows);
        int last = Math.min(values.length - 1, row + radiusRows);
        double sum = 0;
        int count = 0;
        for (int i = first; i <= last; i++) {
            if (Float.isFinite(values[i])) {
                sum += values[i];
                count++;
            }
        }
        int peak = -1;
        double farthest = -1;
        for (int i = first; i <= last; i++) {
            double distance = Math.abs(values[i] - sum / Math.max(1, count));
            boolean nearer = distance == farthest && Math.abs(i - row) < Math.abs(peak - row);
            if (distance > farthest || nearer) { // false for what is not a number
                farthest = distance;
                peak = i;
            }
        }
        return peak;
    }
}

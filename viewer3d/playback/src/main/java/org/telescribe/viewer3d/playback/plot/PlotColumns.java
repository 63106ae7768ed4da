package org.telescribe.viewer3d.playback.plot;

/// What to draw of a channel, one upright stroke for each column of pixels. Neighbouring strokes touch
/// where the channel has numbers.
public final class PlotColumns {
    private final float[] least;
    private final float[] most;

    PlotColumns(float[] least, float[] most) {
        this.least = least;
        this.most = most;
    }

    /// {@return number of columns}
    public int count() {
        return least.length;
    }

    /// {@return whether the channel has no number there}
    ///
    /// @param column the column, from 0
    public boolean isGap(int column) {
        return Float.isNaN(least[column]);
    }

    /// {@return the lower end of the stroke; not a number in a gap}
    ///
    /// @param column the column, from 0
    public float least(int column) {
        return least[column];
    }

    /// {@return the upper end of the stroke; not a number in a gap}
    ///
    /// @param column the column, from 0
    public float most(int column) {
        return most[column];
    }
}

package org.telescribe.viewer3d.fx.plot;

import java.util.List;

/// One plot: lines that share an axis.
///
/// @param title what it shows
/// @param unit unit of its values, may be empty
/// @param decimals digits after the point
/// @param lines its lines
public record Plot(String title, String unit, int decimals, List<PlotLine> lines) {
    /// Copies.
    public Plot {
        lines = List.copyOf(lines);
    }
}

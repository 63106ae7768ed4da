package org.telescribe.viewer3d.fx.plot;

import javafx.scene.paint.Color;
import org.telescribe.viewer3d.playback.plot.PlotDecimation;

/// One line of a plot.
///
/// @param label what stands at its right end
/// @param values its value at each row, in the plot's unit
/// @param hue its colour
/// @param dash how it is drawn
public record PlotLine(String label, PlotDecimation values, Color hue, Dash dash) {
    /// How a line is drawn; never colour alone tells two lines apart.
    public enum Dash {
        /// Measured.
        SOLID,
        /// The right arm's, or what was sent.
        DASHED,
        /// What was asked for.
        DOTTED;

        double[] pattern() {
            return switch (this) {
                case SOLID -> new double[0];
                case DASHED -> new double[] {6, 4};
                case DOTTED -> new double[] {1.5, 3};
            };
        }
    }
}

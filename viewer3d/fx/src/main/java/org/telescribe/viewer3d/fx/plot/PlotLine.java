package org.telescribe.viewer3d.fx.plot;

import javafx.scene.paint.Color;

/// One line of a plot.
///
/// @param label what stands at its right end
/// @param values its value at each row, in the plot's unit
/// @param hue its colour
/// @param dash how it is drawn
public record PlotLine(String label, Values values, Color hue, Dash dash) {
    /// Values by row.
    @FunctionalInterface
    public interface Values {
        /// {@return the value, NaN where there is none}
        ///
        /// @param row from 0
        double at(int row);
    }

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

package org.telescribe.viewer3d.fx.player;

import java.util.List;
import javafx.scene.layout.Region;

/// Where the regions of the player are: the big pane at the left, 3D above the small panes beside it,
/// plots, transport and timeline below. All follow from the width and height.
///
/// @param bigWidth width of the big pane
/// @param panesHeight height of the big pane
/// @param stackWidth width of what is beside it
/// @param smallWidth width of each small pane
/// @param smallHeight height of each small pane
/// @param plotsHeight height of the plots; 0 when they are hidden
record PlayerLayout(
        double bigWidth,
        double panesHeight,
        double stackWidth,
        double smallWidth,
        double smallHeight,
        double plotsHeight) {
    static final double GUTTER = 8;
    static final double TRANSPORT = 36;
    private static final double LARGE_WIDTH = 1400;
    private static final double SMALL_PLOTS = 156;
    private static final double LARGE_PLOTS = 260;
    private static final double LEAST_STACK_SHARE = 0.3;
    private static final double ASPECT = 4.0 / 3;

    static PlayerLayout of(double width, double height, double timeline, int smallPanes, boolean plots, boolean stack) {
        double plotsHeight = plots ? (width >= LARGE_WIDTH ? LARGE_PLOTS : SMALL_PLOTS) : 0;
        double below = TRANSPORT + timeline + GUTTER + (plots ? plotsHeight + GUTTER : 0);
        double panesHeight = Math.max(60, height - below - GUTTER);
        if (!stack) {
            return new PlayerLayout(width, panesHeight, 0, 0, 0, plotsHeight);
        }
        double most = width * (1 - LEAST_STACK_SHARE) - GUTTER;
        double bigWidth = Math.floor(Math.min(panesHeight * ASPECT, most));
        double stackWidth = width - bigWidth - GUTTER;
        double smallWidth = smallPanes == 0 ? 0 : (stackWidth - (smallPanes - 1) * GUTTER) / smallPanes;
        double smallHeight = smallPanes == 0 ? 0 : Math.min(smallWidth / ASPECT, panesHeight * 0.45);
        return new PlayerLayout(bigWidth, panesHeight, stackWidth, smallWidth, smallHeight, plotsHeight);
    }

    /// Lays panes out in a row, all of the same size.
    static void row(List<? extends Region> panes, double margin, double width, double height, double gutter) {
        double each = (width - gutter * (panes.size() - 1)) / panes.size();
        for (int i = 0; i < panes.size(); i++) {
            panes.get(i).resizeRelocate(margin + i * (each + gutter), margin, each, height);
        }
    }
}

package org.telescribe.teleop.ui.station;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import org.telescribe.teleop.ui.collect.CameraTile;

/// One camera large, the others stacked beside it. Pictures keep their shape; nothing moves when another
/// becomes the large one but the two that change places.
final class CameraWall extends Region {
    private static final double GUTTER = 8;
    private static final double ASPECT = 4.0 / 3;
    private static final double BIG_SHARE = 0.66;

    private final List<CameraTile> tiles;
    private int big;

    CameraWall(List<CameraTile> tiles) {
        this.tiles = List.copyOf(tiles);
        getChildren().addAll(tiles);
    }

    /// Makes a camera the large one.
    ///
    /// @param camera its number, from 0
    void enlarge(int camera) {
        if (camera != big) {
            big = camera;
            requestLayout();
        }
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        if (tiles.isEmpty()) {
            return;
        }
        List<CameraTile> small = new ArrayList<>(tiles);
        CameraTile large = small.remove(Math.min(big, tiles.size() - 1));
        double width = getWidth();
        double height = getHeight();
        double largeWidth = small.isEmpty() ? width : Math.min(Math.floor(height * ASPECT), width * BIG_SHARE);
        large.resizeRelocate(0, 0, largeWidth, height);
        double each = (height - (small.size() - 1) * GUTTER) / Math.max(1, small.size());
        for (int i = 0; i < small.size(); i++) {
            small.get(i)
                    .resizeRelocate(
                            largeWidth + GUTTER,
                            Math.rint(i * (each + GUTTER)),
                            width - largeWidth - GUTTER,
                            Math.rint(each));
        }
    }
}

package org.telescribe.app.gallery;

import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;

/// A picture without colour, as luma of BT.709: what is told by hue alone is gone in it.
final class GreyCopy {
    private static final double RED = 0.2126;
    private static final double GREEN = 0.7152;
    private static final double BLUE = 0.0722;

    private GreyCopy() {}

    static Image of(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        WritableImage grey = new WritableImage(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int argb = image.getPixelReader().getArgb(x, y);
                long luma =
                        Math.round(RED * ((argb >> 16) & 0xFF) + GREEN * ((argb >> 8) & 0xFF) + BLUE * (argb & 0xFF));
                int level = (int) luma;
                grey.getPixelWriter().setArgb(x, y, 0xFF000000 | level << 16 | level << 8 | level);
            }
        }
        return grey;
    }
}

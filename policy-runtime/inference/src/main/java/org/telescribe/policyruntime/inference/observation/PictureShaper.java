package org.telescribe.policyruntime.inference.observation;

import java.nio.ByteBuffer;
import org.telescribe.policyruntime.inference.bundle.CameraInput;
import org.telescribe.policyruntime.inference.bundle.ElementType;
import org.telescribe.policyruntime.inference.bundle.PixelLayout;

/// Makes a camera's picture into its tensor: resized, padded, rounded to bytes, then scaled. One thread;
/// allocates nothing after construction.
public final class PictureShaper {
    private static final int COLOURS = 3;

    private final CameraInput camera;
    private final int sourceWidth;
    private final int sourceHeight;
    private final boolean floats;
    private final PictureFit fit;
    private final AxisWeights columns;
    private final AxisWeights rows;
    private final float[] squeezed;
    private final byte[] seen;
    private final float[][] scaled;

    /// A shaper for pictures of one size.
    ///
    /// @param camera what the policy wants
    /// @param type type of the tensor, FLOAT32 or UINT8
    /// @param sourceWidthPx width of the pictures, pixels
    /// @param sourceHeightPx height of the pictures, pixels
    public PictureShaper(CameraInput camera, ElementType type, int sourceWidthPx, int sourceHeightPx) {
        this.camera = camera;
        this.sourceWidth = sourceWidthPx;
        this.sourceHeight = sourceHeightPx;
        this.floats = type == ElementType.FLOAT32;
        this.fit = PictureFit.of(camera, sourceWidthPx, sourceHeightPx);
        this.columns = new AxisWeights(sourceWidthPx, fit.width(), camera.antialias());
        this.rows = new AxisWeights(sourceHeightPx, fit.height(), camera.antialias());
        this.squeezed = new float[fit.width() * sourceHeightPx * COLOURS];
        this.seen = new byte[camera.widthPx() * camera.heightPx() * COLOURS];
        this.scaled = new float[COLOURS][256];
        for (int colour = 0; colour < COLOURS; colour++) {
            double scale = camera.scaling().scale().get(colour);
            double offset = camera.scaling().offset().get(colour);
            for (int value = 0; value < 256; value++) {
                scaled[colour][value] = (float) (value * scale + offset);
            }
        }
    }

    /// Makes the tensor.
    ///
    /// @param rgb the picture: red, green, blue, row by row
    /// @param tensor where it goes, from its beginning, in the order of this machine
    public void shape(byte[] rgb, ByteBuffer tensor) {
        if (rgb.length != sourceWidth * sourceHeight * COLOURS) {
            throw new IllegalArgumentException("a picture of %d x %d has %d bytes, not %d"
                    .formatted(sourceWidth, sourceHeight, sourceWidth * sourceHeight * COLOURS, rgb.length));
        }
        if (sourceWidth == camera.widthPx() && sourceHeight == camera.heightPx()) {
            System.arraycopy(rgb, 0, seen, 0, rgb.length);
        } else {
            squeezeColumns(rgb);
            squeezeRows();
        }
        write(tensor);
    }

    /// {@return the picture as the policy saw it, before scaling: red, green, blue, row by row; the same
    /// array each time}
    public byte[] seen() {
        return seen;
    }

    private void squeezeColumns(byte[] rgb) {
        int width = fit.width();
        for (int x = 0; x < width; x++) {
            float[] weights = columns.weights(x);
            int first = columns.first(x);
            for (int y = 0; y < sourceHeight; y++) {
                int from = (y * sourceWidth + first) * COLOURS;
                float red = 0;
                float green = 0;
                float blue = 0;
                for (float weight : weights) {
                    red += weight * (rgb[from] & 0xff);
                    green += weight * (rgb[from + 1] & 0xff);
                    blue += weight * (rgb[from + 2] & 0xff);
                    from += COLOURS;
                }
                int to = (y * width + x) * COLOURS;
                squeezed[to] = red;
                squeezed[to + 1] = green;
                squeezed[to + 2] = blue;
            }
        }
    }

    private void squeezeRows() {
        java.util.Arrays.fill(seen, (byte) camera.padValue());
        int lineLength = fit.width() * COLOURS;
        for (int y = 0; y < fit.height(); y++) {
            float[] weights = rows.weights(y);
            int first = rows.first(y);
            int to = ((fit.top() + y) * camera.widthPx() + fit.left()) * COLOURS;
            for (int i = 0; i < lineLength; i++) {
                float sum = 0;
                int from = first * lineLength + i;
                for (float weight : weights) {
                    sum += weight * squeezed[from];
                    from += lineLength;
                }
                seen[to + i] = (byte) Math.clamp(Math.round(sum), 0, 255);
            }
        }
    }

    private void write(ByteBuffer tensor) {
        int pixels = camera.widthPx() * camera.heightPx();
        boolean planes = camera.layout() == PixelLayout.CHW;
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int colour = 0; colour < COLOURS; colour++) {
                int from = pixel * COLOURS + colour;
                int to = planes ? colour * pixels + pixel : from;
                if (floats) {
                    tensor.putFloat(to * Float.BYTES, scaled[colour][seen[from] & 0xff]);
                } else {
                    tensor.put(to, seen[from]);
                }
            }
        }
    }
}

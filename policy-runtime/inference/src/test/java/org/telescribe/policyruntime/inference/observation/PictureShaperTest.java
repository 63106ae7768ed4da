package org.telescribe.policyruntime.inference.observation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.telescribe.policyruntime.inference.bundle.CameraInput;
import org.telescribe.policyruntime.inference.bundle.ElementType;
import org.telescribe.policyruntime.inference.bundle.PixelLayout;
import org.telescribe.policyruntime.inference.bundle.PixelScaling;
import org.telescribe.policyruntime.inference.bundle.ResizeMode;

class PictureShaperTest {
    @Test
    void halvingWithAntialiasingIsATriangleOverFourSamples() {
        // centre 0.5, support 2: weights 0.75, 0.75, 0.25 of samples 0, 1, 2; then 0.25, 0.75, 0.75 of 1, 2, 3
        assertReds(new int[] {43, 169}, new int[] {0, 40, 180, 200}, camera(2, 1, ResizeMode.STRETCH, true), 4, 1);
    }

    @Test
    void halvingWithoutAntialiasingMixesTheTwoNearest() {
        assertReds(new int[] {20, 190}, new int[] {0, 40, 180, 200}, camera(2, 1, ResizeMode.STRETCH, false), 4, 1);
    }

    @Test
    void thirdingWithoutAntialiasingTakesTheMiddle() {
        assertReds(
                new int[] {20, 50}, new int[] {10, 20, 30, 40, 50, 60}, camera(2, 1, ResizeMode.STRETCH, false), 6, 1);
    }

    @Test
    void doublingMixesThreeToOneAndRepeatsTheEdge() {
        int[] doubled = {0, 25, 75, 100};
        assertReds(doubled, new int[] {0, 100}, camera(4, 1, ResizeMode.STRETCH, false), 2, 1);
        assertReds(doubled, new int[] {0, 100}, camera(4, 1, ResizeMode.STRETCH, true), 2, 1);
    }

    @Test
    void rowsAreResizedLikeColumns() {
        assertReds(new int[] {20, 190}, new int[] {0, 40, 180, 200}, camera(1, 2, ResizeMode.STRETCH, false), 1, 4);
    }

    @Test
    void paddingIsOnBothSidesOrAtTheLeftAndTop() {
        int[] wide = {100, 100, 200, 200};
        assertReds(
                new int[] {7, 7, 7, 7, 100, 100, 200, 200, 7, 7, 7, 7, 7, 7, 7, 7},
                wide,
                camera(4, 4, ResizeMode.PAD_CENTRED, true),
                4,
                1);
        assertReds(
                new int[] {7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 100, 100, 200, 200},
                wide,
                camera(4, 4, ResizeMode.PAD_LEFT_TOP, true),
                4,
                1);
        assertReds(new int[] {7, 100, 7, 200}, new int[] {100, 200}, camera(2, 2, ResizeMode.PAD_LEFT_TOP, true), 1, 2);
    }

    @Test
    void layoutsOrderColoursAndScalingIsPerColour() {
        byte[] rgb = {0, 51, (byte) 255, 102, (byte) 204, (byte) 153};
        assertArrayEquals(
                new float[] {0, 0.2f, 1, 0.4f, 0.8f, 0.6f},
                floats(scaled(PixelLayout.HWC, PixelScaling.ZERO_TO_ONE), rgb),
                1e-6f);
        assertArrayEquals(
                new float[] {-1, -0.2f, -0.6f, 0.6f, 1, 0.2f},
                floats(scaled(PixelLayout.CHW, PixelScaling.MINUS_ONE_TO_ONE), rgb),
                1e-6f);
        PixelScaling standardised = PixelScaling.standardised(List.of(0.2, 0.2, 0.5), List.of(0.2, 0.1, 0.5));
        assertArrayEquals(
                new float[] {-1, 1, 0, 6, 1, 0.2f}, floats(scaled(PixelLayout.CHW, standardised), rgb), 1e-5f);
    }

    @Test
    void bytesStayBytes() {
        byte[] rgb = {0, 51, (byte) 255, 102, (byte) 204, (byte) 153};
        PictureShaper shaper = new PictureShaper(scaled(PixelLayout.CHW, PixelScaling.RAW), ElementType.UINT8, 2, 1);
        ByteBuffer tensor = ByteBuffer.allocate(6);
        shaper.shape(rgb, tensor);
        assertArrayEquals(new byte[] {0, 102, 51, (byte) 204, (byte) 255, (byte) 153}, tensor.array());
    }

    @Test
    void aPictureOfAnotherSizeIsRefused() {
        PictureShaper shaper = new PictureShaper(scaled(PixelLayout.CHW, PixelScaling.RAW), ElementType.UINT8, 2, 1);
        assertThrows(IllegalArgumentException.class, () -> shaper.shape(new byte[9], ByteBuffer.allocate(6)));
    }

    private static CameraInput camera(int width, int height, ResizeMode resize, boolean antialias) {
        return new CameraInput("head", width, height, resize, antialias, 7, PixelScaling.RAW, PixelLayout.HWC);
    }

    private static CameraInput scaled(PixelLayout layout, PixelScaling scaling) {
        return new CameraInput("head", 2, 1, ResizeMode.STRETCH, false, 0, scaling, layout);
    }

    private static float[] floats(CameraInput camera, byte[] rgb) {
        ByteBuffer tensor = ByteBuffer.allocateDirect(24).order(ByteOrder.nativeOrder());
        new PictureShaper(camera, ElementType.FLOAT32, 2, 1).shape(rgb, tensor);
        float[] values = new float[6];
        tensor.asFloatBuffer().get(values);
        return values;
    }

    private static void assertReds(int[] expected, int[] reds, CameraInput camera, int width, int height) {
        byte[] rgb = new byte[reds.length * 3];
        for (int i = 0; i < reds.length; i++) {
            rgb[3 * i] = (byte) reds[i];
            rgb[3 * i + 1] = (byte) reds[i];
            rgb[3 * i + 2] = 7;
        }
        PictureShaper shaper = new PictureShaper(camera, ElementType.UINT8, width, height);
        shaper.shape(rgb, ByteBuffer.allocate(camera.widthPx() * camera.heightPx() * 3));
        int[] found = new int[expected.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = shaper.seen()[3 * i] & 0xff;
            assertEquals(7, shaper.seen()[3 * i + 2], "blue is 7 everywhere, in the padding too");
        }
        assertArrayEquals(expected, found);
    }
}

package org.telescribe.policyruntime.inference.observation;

import org.telescribe.policyruntime.inference.bundle.CameraInput;
import org.telescribe.policyruntime.inference.bundle.ResizeMode;

/// Where in the tensor the picture lies; the rest is padding.
///
/// @param left first column, pixels
/// @param top first row, pixels
/// @param width columns
/// @param height rows
record PictureFit(int left, int top, int width, int height) {
    static PictureFit of(CameraInput camera, int sourceWidth, int sourceHeight) {
        if (camera.resize() == ResizeMode.STRETCH) {
            return new PictureFit(0, 0, camera.widthPx(), camera.heightPx());
        }
        double ratio = Math.max((double) sourceWidth / camera.widthPx(), (double) sourceHeight / camera.heightPx());
        int width = Math.max(1, (int) (sourceWidth / ratio));
        int height = Math.max(1, (int) (sourceHeight / ratio));
        int freeColumns = camera.widthPx() - width;
        int freeRows = camera.heightPx() - height;
        return camera.resize() == ResizeMode.PAD_CENTRED
                ? new PictureFit(freeColumns / 2, freeRows / 2, width, height)
                : new PictureFit(freeColumns, freeRows, width, height);
    }
}

package org.telescribe.app.bench;

import java.nio.ByteBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import org.telescribe.devices.emulator.camera.FrameCounter;

/// Reads the number that is drawn into a picture from the pixels that a pane shows.
final class PaneCounter {
    private static final int WIDTH = 512;
    private static final int HEIGHT = 32;

    private final ByteBuffer luma = ByteBuffer.allocate(WIDTH * HEIGHT);

    long read(Image image) {
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                luma.put(y * WIDTH + x, (byte) (pixels.getArgb(x, y) >> 8));
            }
        }
        return FrameCounter.read(luma, WIDTH);
    }
}

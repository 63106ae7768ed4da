package org.telescribe.viewer3d.fx.player;

import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.viewer3d.fx.image.ScreenImage;
import org.telescribe.viewer3d.playback.player.PictureSink;

/// Puts a pane's pictures on the screen.
final class ScreenSink implements PictureSink {
    private final ScreenImage image;

    ScreenSink(ScreenImage image) {
        this.image = image;
    }

    @Override
    public boolean accept(PooledFrame i420, int frameNumber) {
        return image.convert(i420);
    }

    @Override
    public void show() {
        image.show();
    }

    @Override
    public void drop() {
        image.drop();
    }
}

package org.telescribe.app.bench;

import java.nio.IntBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.review.EpisodeScene;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.viewer3d.fx.player.SpaceScene;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;
import org.telescribe.viewer3d.render.RenderService;
import org.telescribe.viewer3d.render.SceneView;
import org.telescribe.viewer3d.scene.camera.OrbitCamera;
import org.telescribe.viewer3d.scene.camera.SavedView;
import org.telescribe.viewer3d.scene.frame.SceneFrame;

/// How many pictures of the whole scene the GL thread draws and hands over in a second: both arms,
/// ribbons, ghosts, triads, frusta, moving.
final class RenderRate {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int PICTURES = 200;
    private static final int WARM_UP = 20;
    private static final long PATIENCE_SECONDS = 120;

    private final EpisodeClip clip;
    private final EpisodeScene scene;
    private final RenderService service;
    private final SessionClock clock;
    private final AtomicInteger taken = new AtomicInteger();
    private final CountDownLatch done = new CountDownLatch(1);
    private final int[] copy = new int[WIDTH * HEIGHT];
    private volatile long firstNanos;
    private volatile long lastNanos;
    private volatile SceneView view;

    @SuppressWarnings("NullAway.Init") // the view is opened by measure, before anything is asked for
    RenderRate(EpisodeClip clip, EpisodeScene scene, RenderService service, SessionClock clock) {
        this.clip = clip;
        this.scene = scene;
        this.service = service;
        this.clock = clock;
    }

    double measure() throws CommandFailed {
        view = service.openView(this::take);
        ask(0);
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new CommandFailed("%d pictures did not come within %d s.".formatted(PICTURES, PATIENCE_SECONDS));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("The benchmark was interrupted.", stop);
        } finally {
            view.close();
        }
        return (PICTURES - WARM_UP) * 1e9 / (lastNanos - firstNanos);
    }

    private void ask(int number) {
        int row = number * 3 % clip.rows();
        SceneFrame frame = scene.at(clip.tickNanosOfRow(row), row, new SpaceScene.Layers(true, true, true, true));
        OrbitCamera camera = OrbitCamera.fit(frame.bounds(), SavedView.ISO, (double) WIDTH / HEIGHT);
        view.request(frame, camera.orbit(number * 0.01, 0), WIDTH, HEIGHT);
    }

    private boolean take(IntBuffer pixels, int width, int height) {
        pixels.get(pixels.position(), copy, 0, width * height);
        int number = taken.incrementAndGet();
        if (number == WARM_UP) {
            firstNanos = clock.nanoTime();
        }
        if (number >= PICTURES) {
            lastNanos = clock.nanoTime();
            done.countDown();
        } else {
            ask(number);
        }
        return true;
    }
}

package org.telescribe.viewer3d.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.scene.camera.OrbitCamera;
import org.telescribe.viewer3d.scene.colour.Colour;
import org.telescribe.viewer3d.scene.frame.SceneFrame;
import org.telescribe.viewer3d.scene.robot.VisualShape;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SceneViewTest {
    private static final OrbitCamera CAMERA = new OrbitCamera(0, 0, 0, 0, 0, 1, 0.6);
    private static final int WIDTH = 96;
    private static final int HEIGHT = 64;
    private static final long PATIENCE_SECONDS = 20;

    private @Nullable RenderService started;

    @BeforeAll
    void start(TestReporter reporter) {
        started = Drawing.start(reporter);
    }

    @AfterAll
    void close() {
        if (started != null) {
            started.close();
        }
    }

    private RenderService service() {
        return Objects.requireNonNull(started);
    }

    private static SceneFrame ball(int rgb) {
        return SceneFrame.builder()
                .grid(false)
                .solid(Pose.IDENTITY, new VisualShape.Sphere(0.2), Colour.ofHex(rgb))
                .build();
    }

    @Test
    void pictureComesAsOftenAsItIsOfferedUntilItIsTaken() throws InterruptedException {
        LinkedBlockingQueue<Integer> taken = new LinkedBlockingQueue<>();
        AtomicInteger offers = new AtomicInteger();
        try (SceneView view = service().openView((pixels, width, height) -> {
            if (offers.incrementAndGet() < 3) {
                return false;
            }
            assertEquals(WIDTH * HEIGHT, pixels.remaining());
            taken.add(pixels.get(HEIGHT / 2 * width + width / 2));
            return true;
        })) {
            view.request(ball(0x00FF00), CAMERA, WIDTH, HEIGHT);
            Integer middle = taken.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertTrue(middle != null && offers.get() >= 3);
            assertEquals(120, Drawing.hue(middle), 3);
        }
    }

    /// Filtering a picture takes milliseconds, and a screen that is busy is asked every 1.5 ms.
    @Test
    void pictureThatIsOfferedAgainIsNotMadeAnew() throws InterruptedException {
        assumeTrue(service().whileMoving() == Smoothing.FILTERED, "the renderer's pictures are not filtered");
        LinkedBlockingQueue<Integer> taken = new LinkedBlockingQueue<>();
        AtomicInteger offers = new AtomicInteger();
        try (SceneView view = service().openView((pixels, width, height) -> {
            if (offers.incrementAndGet() == 1) {
                pixels.put(0, 0x12345678); // would be gone if it were made again
                return false;
            }
            return taken.add(pixels.get(0));
        })) {
            view.request(ball(0x00FF00), CAMERA, WIDTH, HEIGHT);
            assertEquals(0x12345678, taken.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
            view.request(ball(0x0000FF), CAMERA, WIDTH, HEIGHT);
            assertNotEquals(0x12345678, taken.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
    }

    @Test
    void newestRequestIsDrawnInTheEnd() throws InterruptedException {
        LinkedBlockingQueue<Integer> hues = new LinkedBlockingQueue<>();
        try (SceneView view = service().openView((pixels, width, height) -> {
            hues.add((int) Math.round(Drawing.hue(pixels.get(height / 2 * width + width / 2))));
            return true;
        })) {
            for (int i = 0; i < 200; i++) {
                view.request(ball(i == 199 ? 0x0000FF : 0xFF0000), CAMERA, WIDTH, HEIGHT);
            }
            Integer hue = hues.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            while (hue != null && hue != 240) {
                hue = hues.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            assertEquals(240, hue);
        }
    }

    @Test
    void pictureAtRestIsDrawnOnceMoreAndFiner() throws InterruptedException {
        LinkedBlockingQueue<Map<Integer, Integer>> pictures = new LinkedBlockingQueue<>();
        try (SceneView view = service().openView((pixels, width, height) -> {
            pictures.add(Map.of(width, height));
            return true;
        })) {
            view.request(ball(0xFFFFFF), CAMERA, WIDTH, HEIGHT);
            assertEquals(Map.of(WIDTH, HEIGHT), pictures.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
            boolean isFineAtOnce = service().whileMoving() == Smoothing.SAMPLED;
            if (!isFineAtOnce) {
                assertEquals(Map.of(WIDTH, HEIGHT), pictures.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            view.request(ball(0xFFFFFF), CAMERA, WIDTH / 2, HEIGHT);
            assertEquals(Map.of(WIDTH / 2, HEIGHT), pictures.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
    }

    @Test
    void servicesComeOneAfterTheOther() throws RenderingUnavailable {
        List<Integer> middles = new java.util.ArrayList<>();
        for (int i = 0; i < 2; i++) {
            try (RenderService another = Drawing.start(new Silent())) {
                middles.add(another.renderOnce(ball(0xFF8800), CAMERA.view(WIDTH, HEIGHT), WIDTH, HEIGHT)
                        .argb(WIDTH / 2, HEIGHT / 2));
                assertTrue(another.isAlive());
                another.close();
                assertFalse(another.isAlive());
            }
        }
        assertEquals(middles.getFirst(), middles.getLast());
    }

    private static final class Silent implements TestReporter {
        @Override
        public void publishEntry(Map<String, String> entries) {}
    }
}

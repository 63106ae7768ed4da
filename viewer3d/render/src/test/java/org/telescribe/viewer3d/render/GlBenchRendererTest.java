package org.telescribe.viewer3d.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.scene.bench.BenchSetup;
import org.telescribe.viewer3d.scene.camera.CameraModel;
import org.telescribe.viewer3d.scene.camera.ProjectedPoint;
import org.telescribe.viewer3d.scene.colour.Colour;
import org.telescribe.viewer3d.scene.frame.Solid;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GlBenchRendererTest {
    private static final double[] REST = {0, -0.75, 0.85, 0, 0.75, 0, 0.45};
    private static final double FIELD_OF_VIEW_RAD = Math.toRadians(46);
    /// Where the operator's head is, looking at the middle of the table.
    private static final Pose HEAD =
            Pose.translation(0, -0.82, 0.62).times(Pose.rotation(1, 0, 0, -Math.PI / 2 - 0.56));

    private final BenchSetup bench = new BenchSetup();
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

    private List<Solid> things() {
        List<Solid> things = new ArrayList<>(bench.solids().pad(0.13, 0.12));
        things.add(bench.solids().block(Pose.translation(-0.14, -0.12, 0.02), Colour.of255(214, 62, 58)));
        things.add(bench.solids().block(Pose.translation(0.15, -0.13, 0.02), Colour.of255(58, 110, 214)));
        things.add(bench.solids().bowl(-0.06, 0.13));
        return things;
    }

    private static PooledFrame frame(int width, int height) {
        return Objects.requireNonNull(new FramePool(1, width, height, false).take());
    }

    private static int[] colourAt(PooledFrame frame, double x, double y) {
        ByteBuffer pixels = frame.pixels();
        int width = frame.width();
        int luma = width * frame.height();
        int column = (int) Math.round(x);
        int row = (int) Math.round(y);
        int chroma = luma + row / 2 * (width / 2) + column / 2;
        return new int[] {
            pixels.get(row * width + column) & 0xFF, pixels.get(chroma) & 0xFF, pixels.get(chroma + luma / 4) & 0xFF
        };
    }

    @ParameterizedTest
    @CsvSource({"320, 240", "640, 480"})
    void blocksAreSeenInTheirColoursWhereTheCameraModelPutsThem(int width, int height) {
        PooledFrame frame = frame(width, height);
        try (GlBenchRenderer renderer = service().benchRenderer(bench, (left, right) -> things(), width, height)) {
            renderer.draw(HEAD, FIELD_OF_VIEW_RAD, REST, REST, frame);
            assertEquals(0, renderer.latePictures());
        }
        CameraModel camera = CameraModel.ofFieldOfView(width, height, FIELD_OF_VIEW_RAD);
        ProjectedPoint red = camera.project(HEAD.inverse(), -0.14, -0.12, 0.04);
        ProjectedPoint blue = camera.project(HEAD.inverse(), 0.15, -0.13, 0.04);
        ProjectedPoint table = camera.project(HEAD.inverse(), 0, -0.25, 0);
        int[] ofRed = colourAt(frame, red.xPixels(), red.yPixels());
        int[] ofBlue = colourAt(frame, blue.xPixels(), blue.yPixels());
        int[] ofTable = colourAt(frame, table.xPixels(), table.yPixels());
        assertTrue(ofRed[2] > 180 && ofRed[1] < 128, "red: %d %d %d".formatted(ofRed[0], ofRed[1], ofRed[2]));
        assertTrue(ofBlue[1] > 160 && ofBlue[2] < 120, "blue: %d %d %d".formatted(ofBlue[0], ofBlue[1], ofBlue[2]));
        assertTrue(ofTable[0] > 140 && Math.abs(ofTable[1] - 124) < 8, "the table is light and nearly grey");
    }

    @Test
    void pictureStaysWithinTheLimitedRangeAndIsNotUniform() {
        PooledFrame frame = frame(320, 240);
        try (GlBenchRenderer renderer = service().benchRenderer(bench, (left, right) -> things(), 320, 240)) {
            renderer.draw(HEAD, FIELD_OF_VIEW_RAD, REST, REST, frame);
        }
        ByteBuffer pixels = frame.pixels();
        int[] counts = new int[256];
        for (int i = 0; i < 320 * 240; i++) {
            counts[pixels.get(i) & 0xFF]++;
        }
        int used = 0;
        for (int value = 0; value < 256; value++) {
            used += counts[value] > 0 ? 1 : 0;
            assertTrue((value >= 16 && value <= 235) || counts[value] == 0, "luma " + value);
        }
        assertTrue(used > 60, "only %d values of luma".formatted(used));
    }

    @Test
    void sameSceneIsTheSamePictureToTheByte() {
        PooledFrame first = frame(320, 240);
        PooledFrame second = frame(320, 240);
        try (GlBenchRenderer renderer = service().benchRenderer(bench, (left, right) -> things(), 320, 240);
                GlBenchRenderer other = service().benchRenderer(bench, (left, right) -> things(), 320, 240)) {
            renderer.draw(HEAD, FIELD_OF_VIEW_RAD, REST, REST, first);
            other.draw(HEAD, FIELD_OF_VIEW_RAD, REST, REST, second);
        }
        assertEquals(first.pixels(), second.pixels());
    }

    @Test
    void framesAfterTheEndRepeatTheLastPictureAndAreCounted() throws RenderingUnavailable {
        PooledFrame first = frame(320, 240);
        PooledFrame after = frame(320, 240);
        GlBenchRenderer renderer = service().benchRenderer(bench, (left, right) -> things(), 320, 240);
        renderer.draw(HEAD, FIELD_OF_VIEW_RAD, REST, REST, first);
        renderer.close();
        double[] elsewhere = {0.4, -0.3, 0.5, 0, 0.2, 0, 0.9};
        renderer.draw(HEAD, FIELD_OF_VIEW_RAD, elsewhere, elsewhere, after);
        assertEquals(1, renderer.latePictures());
        assertEquals(first.pixels(), after.pixels());
    }
}

package org.telescribe.viewer3d.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.core.robot.RobotDescription;
import org.telescribe.viewer3d.scene.bench.BenchSetup;
import org.telescribe.viewer3d.scene.camera.OrbitCamera;
import org.telescribe.viewer3d.scene.camera.ProjectedPoint;
import org.telescribe.viewer3d.scene.camera.SavedView;
import org.telescribe.viewer3d.scene.camera.ViewCamera;
import org.telescribe.viewer3d.scene.colour.Colour;
import org.telescribe.viewer3d.scene.frame.Ribbon;
import org.telescribe.viewer3d.scene.frame.RobotLook;
import org.telescribe.viewer3d.scene.frame.SceneFrame;
import org.telescribe.viewer3d.scene.path.EndEffectorPath;
import org.telescribe.viewer3d.scene.robot.LinkVisual;
import org.telescribe.viewer3d.scene.robot.RobotModel;
import org.telescribe.viewer3d.scene.robot.VisualShape;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenePicturesTest {
    private static final double[] REST = {0, -0.75, 0.85, 0, 0.75, 0, 0.45};
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;

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

    private Picture draw(SceneFrame frame, OrbitCamera camera) throws RenderingUnavailable {
        return service().renderOnce(frame, camera.view(WIDTH, HEIGHT), WIDTH, HEIGHT);
    }

    private static int at(Picture picture, OrbitCamera camera, double x, double y, double z) {
        ViewCamera view = camera.view(picture.width(), picture.height());
        ProjectedPoint point = view.model().project(view.sceneFromCamera().inverse(), x, y, z);
        return picture.argb((int) Math.round(point.xPixels()), (int) Math.round(point.yPixels()));
    }

    /// A camera that looks level along +Y at the origin.
    private static OrbitCamera level(double distanceMetres) {
        return new OrbitCamera(0, 0, 0, 0, 0, distanceMetres, 0.6);
    }

    @ParameterizedTest
    @EnumSource(SavedView.class)
    void benchIsSeenFromEverySavedView(SavedView view) throws RenderingUnavailable {
        SceneFrame frame = bench.frame(REST, REST, List.of()).build();
        Picture picture = draw(frame, OrbitCamera.fit(frame.bounds(), view, (double) WIDTH / HEIGHT));
        Drawing.assertNotUniform(picture);
    }

    @Test
    void armsStandWhereTheyShouldInTheirHuesOnTheDarkWell() throws RenderingUnavailable {
        SceneFrame frame = bench.frame(REST, REST, List.of()).build();
        OrbitCamera camera = OrbitCamera.fit(frame.bounds(), SavedView.FRONT, (double) WIDTH / HEIGHT);
        Picture picture = draw(frame, camera);
        Drawing.assertColour(Colour.WELL, picture.argb(4, 4), 1, "the corner");
        // the inlay of the upper arm, on the operator's side of each arm
        for (ArmSide side : ArmSide.values()) {
            double out = side == ArmSide.LEFT ? -0.0248 : 0.0248;
            Pose inlay = Objects.requireNonNull(bench.sceneFromLinks(side, REST).get("upper_arm"), "upper_arm")
                    .times(Pose.translation(0.025, out, 0.15));
            int found = at(picture, camera, inlay.xMetres(), inlay.yMetres(), inlay.zMetres());
            Colour hue = side == ArmSide.LEFT ? Colour.ARM_LEFT : Colour.ARM_RIGHT;
            assertEquals(Drawing.hue(hue.rgb()), Drawing.hue(found), 8, side + " inlay, %06X".formatted(found));
            assertTrue(Drawing.light(found) > 70, side + " inlay is lit");
        }
    }

    @Test
    void thingThatIsHigherIsNearerToTheTopRow() throws RenderingUnavailable {
        SceneFrame frame = SceneFrame.builder()
                .grid(false)
                .solid(Pose.translation(0, 0, 0.2), new VisualShape.Sphere(0.03), Colour.ofHex(0xFF0000))
                .solid(Pose.translation(0.2, 0, 0), new VisualShape.Sphere(0.03), Colour.ofHex(0x00FF00))
                .build();
        Picture picture = draw(frame, level(1));
        int above = picture.argb(WIDTH / 2, HEIGHT / 2 - (int) (0.2 / 0.6187 * HEIGHT));
        int right = picture.argb(WIDTH / 2 + (int) (0.2 / 0.6187 * HEIGHT), HEIGHT / 2);
        assertEquals(0, Drawing.hue(above), 3, "%06X".formatted(above));
        assertEquals(120, Drawing.hue(right), 3, "%06X".formatted(right));
    }

    @Test
    void floorIsDarkerWhereSomethingStandsInTheLight() throws RenderingUnavailable {
        RobotModel post = model(new LinkVisual(
                "root", Pose.translation(0, 0, 0.15), new VisualShape.Box(0.05, 0.05, 0.3), Colour.WHITE));
        SceneFrame frame = SceneFrame.builder()
                .robot(post, Map.of("root", Pose.IDENTITY), RobotLook.SOLID)
                .build();
        OrbitCamera camera = new OrbitCamera(0, 0, 0, 0, Math.PI / 2, 1.2, 0.6);
        Picture picture = draw(frame, camera);
        // the light comes from the operator's left: the shadow falls away from it
        double share = 0.2;
        double x = -ShadowMap.KEY[0] / ShadowMap.KEY[2] * share;
        double y = -ShadowMap.KEY[1] / ShadowMap.KEY[2] * share;
        int shaded = Drawing.light(at(picture, camera, x, y, 0));
        int lit = Drawing.light(at(picture, camera, -x, -y, 0));
        assertTrue(shaded < 0.65 * lit, "shaded %d, lit %d".formatted(shaded, lit));
    }

    private static RobotModel model(LinkVisual... visuals) {
        return new RobotModel(RobotDescription.of("made", List.of("root"), List.of()), List.of(visuals));
    }

    @Test
    void ghostIsTranslucentAndShowsNoInnerFaces() throws RenderingUnavailable {
        VisualShape box = new VisualShape.Box(0.2, 0.1, 0.2);
        RobotModel two = model(
                new LinkVisual("root", Pose.translation(-0.05, 0, 0), box, Colour.WHITE),
                new LinkVisual("root", Pose.translation(0.05, 0.02, 0), box, Colour.WHITE));
        Map<String, Pose> pose = Map.of("root", Pose.IDENTITY);
        SceneFrame.Builder empty = SceneFrame.builder().grid(false);
        Picture solid =
                draw(empty.build().toBuilder().robot(two, pose, RobotLook.SOLID).build(), level(1));
        Picture ghost = draw(
                empty.build().toBuilder()
                        .robot(two, pose, new RobotLook(Colour.WHITE, 0, 0.3))
                        .build(),
                level(1));
        int alone = ghost.argb(WIDTH / 2 - (int) (0.12 / 0.6187 * HEIGHT), HEIGHT / 2);
        int overlapping = ghost.argb(WIDTH / 2, HEIGHT / 2);
        assertTrue(
                Math.abs(Drawing.light(alone) - Drawing.light(overlapping)) <= 2,
                "%06X and %06X".formatted(alone, overlapping));
        int expected = (int) Math.round(
                0.3 * Drawing.light(solid.argb(WIDTH / 2, HEIGHT / 2)) + 0.7 * Drawing.light(Colour.WELL.rgb()));
        assertTrue(Math.abs(expected - Drawing.light(overlapping)) <= 6, "a ghost lets 70 % through");
    }

    private static EndEffectorPath straight() {
        int size = 101;
        long[] times = new long[size];
        float[] places = new float[3 * size];
        boolean[] closed = new boolean[size];
        for (int i = 0; i < size; i++) {
            times[i] = i;
            places[3 * i] = -0.25f + 0.005f * i;
            closed[i] = i > 60;
        }
        return EndEffectorPath.of(times, places, closed);
    }

    private Picture ribbon(Ribbon.Style style, long brightUntil) throws RenderingUnavailable {
        SceneFrame frame = SceneFrame.builder()
                .grid(false)
                .ribbon(new Ribbon(straight(), style, brightUntil, 0.01))
                .build();
        return draw(frame, level(0.8));
    }

    private static int thickness(Picture picture, int x) {
        int count = 0;
        for (int y = 0; y < HEIGHT; y++) {
            count += Drawing.light(picture.argb(x, y)) > 24 ? 1 : 0;
        }
        return count;
    }

    @Test
    void ribbonIsTwiceAsThickWhereTheGripperWasClosed() throws RenderingUnavailable {
        Picture picture = ribbon(Ribbon.Style.MEASURED, 100);
        double perMetre = HEIGHT / (2 * 0.8 * Math.tan(0.3));
        int open = thickness(picture, WIDTH / 2);
        int closed = thickness(picture, (int) (WIDTH / 2 + 0.15 * perMetre));
        assertEquals(0.01 * perMetre, open, 2);
        assertEquals(0.02 * perMetre, closed, 2);
    }

    @Test
    void ribbonGoesFromBlueToYellowAndIsDimAfterTheMoment() throws RenderingUnavailable {
        double perMetre = HEIGHT / (2 * 0.8 * Math.tan(0.3));
        int early = (int) (WIDTH / 2 - 0.24 * perMetre);
        int late = (int) (WIDTH / 2 + 0.24 * perMetre);
        Picture bright = ribbon(Ribbon.Style.MEASURED, 100);
        assertEquals(212, Drawing.hue(bright.argb(early, HEIGHT / 2)), 12);
        assertEquals(53, Drawing.hue(bright.argb(late, HEIGHT / 2)), 8);
        Picture dim = ribbon(Ribbon.Style.MEASURED, 50);
        assertTrue(Drawing.light(dim.argb(late, HEIGHT / 2)) < 0.6 * Drawing.light(bright.argb(late, HEIGHT / 2)));
        assertEquals(bright.argb(early, HEIGHT / 2), dim.argb(early, HEIGHT / 2));
    }

    @Test
    void requestedRibbonIsDashed() throws RenderingUnavailable {
        Picture picture = ribbon(Ribbon.Style.REQUESTED, 100);
        int changes = 0;
        boolean before = false;
        for (int x = WIDTH / 4; x < 3 * WIDTH / 4; x++) {
            boolean now = Drawing.light(picture.argb(x, HEIGHT / 2)) > 24;
            changes += now != before ? 1 : 0;
            before = now;
        }
        assertTrue(changes > 20, changes + " changes");
    }

    @Test
    void axesHaveTheirColours() throws RenderingUnavailable {
        SceneFrame frame =
                SceneFrame.builder().grid(false).triad(Pose.IDENTITY, 0.2).build();
        OrbitCamera camera = new OrbitCamera(0, 0, 0, 0.6, 0.5, 1, 0.6);
        Picture picture = draw(frame, camera);
        assertEquals(3, Drawing.hue(at(picture, camera, 0.1, 0, 0)), 12);
        assertEquals(125, Drawing.hue(at(picture, camera, 0, 0.1, 0)), 14);
        assertEquals(213, Drawing.hue(at(picture, camera, 0, 0, 0.1)), 12);
    }
}

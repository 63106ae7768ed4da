package org.telescribe.viewer3d.render;

import java.util.List;
import java.util.Map;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.core.robot.RobotDescription;
import org.telescribe.viewer3d.scene.camera.OrbitCamera;
import org.telescribe.viewer3d.scene.colour.Colour;
import org.telescribe.viewer3d.scene.frame.Ribbon;
import org.telescribe.viewer3d.scene.frame.RobotLook;
import org.telescribe.viewer3d.scene.frame.SceneFrame;
import org.telescribe.viewer3d.scene.path.EndEffectorPath;
import org.telescribe.viewer3d.scene.robot.LinkVisual;
import org.telescribe.viewer3d.scene.robot.RobotModel;
import org.telescribe.viewer3d.scene.robot.VisualShape;

/// A tiny picture with one of everything. Graphics libraries compile a program when it is first used in
/// a new way, which takes a quarter of a second here; better before the first picture than in it.
final class WarmUp {
    private static final int PIXELS = 32;

    private WarmUp() {}

    static void draw(ScenePainter painter) {
        VisualShape box = new VisualShape.Box(0.1, 0.1, 0.1);
        RobotModel robot = new RobotModel(
                RobotDescription.of("warm-up", List.of("root"), List.of()),
                List.of(new LinkVisual("root", Pose.IDENTITY, box, Colour.WHITE)));
        Map<String, Pose> here = Map.of("root", Pose.translation(0, 0, 0.05));
        EndEffectorPath path = EndEffectorPath.of(
                new long[] {0, 1}, new float[] {-0.1f, 0, 0.2f, 0.1f, 0, 0.2f}, new boolean[] {false, true});
        SceneFrame withGrid = SceneFrame.builder()
                .robot(robot, here, RobotLook.SOLID)
                .robot(robot, here, RobotLook.ghost(Colour.ARM_LEFT, 0.3))
                .ribbon(Ribbon.of(path, Ribbon.Style.REQUESTED, 1))
                .triad(Pose.IDENTITY, 0.1)
                .solid(Pose.translation(0.2, 0, 0), box, Colour.ARM_RIGHT)
                .build();
        SceneFrame plain = withGrid.toBuilder().grid(false).build();
        OrbitCamera camera = new OrbitCamera(0, 0, 0, 0.5, 0.5, 0.6, 0.8);
        for (Smoothing smoothing : Smoothing.values()) {
            RenderTarget target = new RenderTarget(PIXELS, PIXELS, smoothing);
            painter.draw(withGrid, camera.view(PIXELS, PIXELS), target);
            painter.draw(plain, camera.view(PIXELS, PIXELS), target);
            target.close();
        }
    }
}

package org.telescribe.app.rollouts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.telescribe.app.simulation.BenchPolicySetup;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.camera.BenchView;
import org.telescribe.policyruntime.inference.session.PolicyInsight;
import org.telescribe.policyruntime.inference.session.SeenState;
import org.telescribe.viewer3d.fx.player.VideoPane;
import org.telescribe.viewer3d.scene.camera.CameraModel;

/// Where the policy meant to go, drawn over the head camera's pictures: for each of the last chunks the
/// tools' predicted paths, thick as far as they were carried out, thin beyond; older ones fade. Together
/// they are a fan that is narrow while the policy keeps its mind.
final class FanOverlay implements VideoPane.PaneOverlay {
    private static final int SHOWN = 4;
    private static final double THICK = 3;
    private static final double THIN = 1.4;
    private static final double OLDER = 0.3;
    private static final double HALF_PIXEL = 0.5;
    private static final Color LEFT = Color.web("#56B4E9");
    private static final Color RIGHT = Color.web("#F28C28");

    private final List<Chunk> chunks = new ArrayList<>();

    /// A chunk's predicted paths in the picture.
    ///
    /// @param tick tick of its observation
    /// @param executed how many of its actions were carried out
    /// @param left the left tool's places, pixels
    /// @param right the right tool's places, pixels
    private record Chunk(long tick, long executed, List<Point> left, List<Point> right) {}

    private record Point(double xPixels, double yPixels) {}

    /// The fan of a rollout; empty when its channels are not the bench's.
    ///
    /// @param seen what the policy saw and said, chunk by chunk
    /// @param ticks how long the rollout went
    /// @param widthPx width of the pictures
    /// @param heightPx height of the pictures
    FanOverlay(List<PolicyInsight> seen, long ticks, int widthPx, int heightPx) {
        BenchArms arms = new BenchArms();
        List<String> channels = BenchPolicySetup.channels(arms.layout(), "pos");
        CameraModel model = CameraModel.ofFieldOfView(widthPx, heightPx, BenchView.HEAD.verticalFieldOfViewRad());
        Pose cameraFromBench = BenchView.HEAD
                .benchFromCamera(arms, arms.restRad(), arms.restRad())
                .inverse();
        for (int i = 0; i < seen.size(); i++) {
            PolicyInsight chunk = seen.get(i);
            if (!chunk.state().stream().map(SeenState::channel).toList().equals(channels)) {
                continue;
            }
            long next = i + 1 < seen.size() ? seen.get(i + 1).observationTick() : ticks;
            chunks.add(new Chunk(
                    chunk.observationTick(),
                    next - chunk.observationTick(),
                    path(arms, ArmSide.LEFT, chunk, model, cameraFromBench),
                    path(arms, ArmSide.RIGHT, chunk, model, cameraFromBench)));
        }
    }

    private static List<Point> path(
            BenchArms arms, ArmSide side, PolicyInsight chunk, CameraModel model, Pose cameraFromBench) {
        int joints = arms.layout().size();
        int first = side == ArmSide.LEFT ? 0 : joints;
        List<Point> points = new ArrayList<>();
        for (List<Double> action : chunk.finalActions()) {
            double[] jointRad = new double[joints];
            for (int joint = 0; joint < joints; joint++) {
                jointRad[joint] = action.get(first + joint);
            }
            Pose tool =
                    Objects.requireNonNull(arms.benchFromLinks(side, jointRad).get("tool"), "tool");
            var at = model.project(cameraFromBench, tool.xMetres(), tool.yMetres(), tool.zMetres());
            if (!Double.isNaN(at.xPixels())) {
                points.add(new Point(at.xPixels() + HALF_PIXEL, at.yPixels() + HALF_PIXEL));
            }
        }
        return points;
    }

    @Override
    public void paint(GraphicsContext g, long tickNanos, double pixelsPerUnit) {
        long tick = tickNanos / BenchPolicySetup.TICK_NANOS;
        int newest = -1;
        while (newest + 1 < chunks.size() && chunks.get(newest + 1).tick() <= tick) {
            newest++;
        }
        g.setLineCap(StrokeLineCap.BUTT);
        for (int i = Math.max(0, newest - SHOWN + 1); i <= newest; i++) {
            Chunk chunk = chunks.get(i);
            g.setGlobalAlpha(i == newest ? 1 : OLDER);
            draw(g, chunk.left(), LEFT, chunk.executed(), pixelsPerUnit);
            draw(g, chunk.right(), RIGHT, chunk.executed(), pixelsPerUnit);
        }
        g.setGlobalAlpha(1);
    }

    private static void draw(GraphicsContext g, List<Point> path, Color ink, long executed, double pixelsPerUnit) {
        g.setStroke(ink);
        for (int i = 1; i < path.size(); i++) {
            g.setLineWidth((i < executed ? THICK : THIN) / pixelsPerUnit);
            g.strokeLine(
                    path.get(i - 1).xPixels(),
                    path.get(i - 1).yPixels(),
                    path.get(i).xPixels(),
                    path.get(i).yPixels());
        }
    }
}

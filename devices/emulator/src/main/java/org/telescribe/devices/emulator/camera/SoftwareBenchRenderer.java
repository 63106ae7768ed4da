package org.telescribe.devices.emulator.camera;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.port.BenchRenderer;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.emulator.bench.BenchScene;
import org.telescribe.devices.emulator.bench.BenchScene.Picture;
import org.telescribe.devices.emulator.bench.BenchScene.SeenBlock;

/// Draws the bench without a graphics library: links as shaded capsules, blocks as boxes, the table by
/// ray. Confined to one camera thread.
public final class SoftwareBenchRenderer implements BenchRenderer {
    private static final double BLOCK_HALF_METRES = 0.02;
    private static final double BOWL_RADIUS_METRES = 0.062;
    private static final int BOWL_SIDES = 18;
    private static final float[] SHELL = {222, 226, 230};
    private static final float[] DARK = {62, 70, 80};
    private static final float[] LEFT_HUE = {86, 180, 233};
    private static final float[] RIGHT_HUE = {242, 140, 40};

    private final BenchScene scene;
    private final PixelCanvas canvas;
    private final PixelCanvas background;
    private final TablePainter table;
    private final CapsulePainter painter;
    private @Nullable Pose backgroundSeenFrom;

    /// A renderer of one picture size.
    ///
    /// @param scene what is seen
    /// @param width pixels
    /// @param height pixels
    public SoftwareBenchRenderer(BenchScene scene, int width, int height) {
        this.scene = scene;
        this.canvas = new PixelCanvas(width, height);
        this.background = new PixelCanvas(width, height);
        this.table = new TablePainter(background);
        this.painter = new CapsulePainter(canvas);
    }

    @Override
    public void draw(
            Pose baseFromCamera, double verticalFieldOfViewRad, double[] leftRad, double[] rightRad, PooledFrame into) {
        Picture picture = scene.at(leftRad, rightRad);
        ViewPoint view = ViewPoint.of(baseFromCamera, verticalFieldOfViewRad, canvas.width, canvas.height);
        canvas.clearDepth();
        if (!baseFromCamera.equals(backgroundSeenFrom)) {
            table.paint(view, picture.objects());
            backgroundSeenFrom = baseFromCamera;
        }
        canvas.copyColours(background);
        armShadow(view, picture.left());
        armShadow(view, picture.right());
        for (SeenBlock block : picture.blocks()) {
            double[] middle = {block.xMetres(), block.yMetres(), block.zMetres()};
            painter.shadow(view, middle, middle, 0.022);
        }
        bowl(view, picture);
        picture.blocks().forEach(block -> block(view, block));
        arm(view, picture.left(), LEFT_HUE);
        arm(view, picture.right(), RIGHT_HUE);
        canvas.toI420(into.pixels());
    }

    private void armShadow(ViewPoint view, Map<String, Pose> links) {
        painter.shadow(view, at(links, "upper_arm", 0, 0, 0), at(links, "forearm", 0, 0, 0), 0.035);
        painter.shadow(view, at(links, "forearm", 0, 0, 0), at(links, "wrist", 0, 0, 0), 0.03);
        painter.shadow(view, at(links, "wrist", 0, 0, 0), at(links, "tool", 0, 0, 0), 0.025);
    }

    private void arm(ViewPoint view, Map<String, Pose> links, float[] hue) {
        part(view, at(links, "base", 0, 0, 0.01), at(links, "base", 0, 0, 0.05), 0.07, DARK);
        part(view, at(links, "base", 0, 0, 0.06), at(links, "turret", 0, 0, 0.04), 0.05, SHELL);
        part(view, at(links, "upper_arm", 0, -0.045, 0), at(links, "upper_arm", 0, 0.045, 0), 0.036, DARK);
        part(view, at(links, "upper_arm", 0, 0, 0.02), at(links, "upper_arm", 0, 0, 0.28), 0.03, SHELL);
        part(view, at(links, "upper_arm", 0.012, 0, 0.12), at(links, "upper_arm", 0.012, 0, 0.18), 0.0225, hue);
        part(view, at(links, "upper_arm", 0, 0, 0.28), at(links, "forearm", 0, 0, 0), 0.03, SHELL);
        part(view, at(links, "forearm", 0, -0.038, 0), at(links, "forearm", 0, 0.038, 0), 0.03, DARK);
        part(view, at(links, "forearm", 0.02, 0, 0), at(links, "forearm_tube", 0, 0, 0), 0.025, SHELL);
        part(view, at(links, "forearm_tube", 0, 0, 0), at(links, "wrist", -0.02, 0, 0), 0.021, hue);
        part(view, at(links, "wrist", 0, -0.026, 0), at(links, "wrist", 0, 0.026, 0), 0.022, DARK);
        part(view, at(links, "wrist", 0.01, 0, 0), at(links, "hand", 0.02, 0, 0), 0.02, SHELL);
        part(view, at(links, "hand", 0.05, -0.035, 0), at(links, "hand", 0.05, 0.035, 0), 0.014, DARK);
        part(view, at(links, "left_finger", 0, 0, 0), at(links, "left_finger", 0.085, 0, 0), 0.008, hue);
        part(view, at(links, "right_finger", 0, 0, 0), at(links, "right_finger", 0.085, 0, 0), 0.008, hue);
    }

    private void part(ViewPoint view, double[] from, double[] to, double radiusMetres, float[] colour) {
        painter.capsule(view, from, to, radiusMetres, colour[0], colour[1], colour[2]);
    }

    private static double[] at(Map<String, Pose> links, String link, double x, double y, double z) {
        Pose pose = Objects.requireNonNull(links.get(link), link).times(Pose.translation(x, y, z));
        return new double[] {pose.xMetres(), pose.yMetres(), pose.zMetres()};
    }

    private void bowl(ViewPoint view, Picture picture) {
        double x = picture.objects().bowl().xMetres();
        double y = picture.objects().bowl().yMetres();
        double[] foot = {x, y, 0.008};
        painter.shadow(view, foot, foot, 0.075);
        for (int i = 0; i < BOWL_SIDES; i++) {
            double from = 2 * Math.PI * i / BOWL_SIDES;
            double to = 2 * Math.PI * (i + 1) / BOWL_SIDES;
            painter.capsule(view, rim(x, y, from, 0.72, 0.012), rim(x, y, to, 0.72, 0.012), 0.012, 168, 176, 186);
            painter.capsule(view, rim(x, y, from, 0.9, 0.026), rim(x, y, to, 0.9, 0.026), 0.011, 186, 194, 203);
            painter.capsule(view, rim(x, y, from, 1, 0.042), rim(x, y, to, 1, 0.042), 0.009, 206, 213, 220);
        }
        painter.capsule(view, foot, foot, 0.03, 150, 158, 168);
    }

    private static double[] rim(double x, double y, double angleRad, double share, double z) {
        double radius = BOWL_RADIUS_METRES * share;
        return new double[] {x + radius * Math.cos(angleRad), y + radius * Math.sin(angleRad), z};
    }

    private void block(ViewPoint view, SeenBlock block) {
        double c = Math.cos(block.turnRad()) * BLOCK_HALF_METRES;
        double s = Math.sin(block.turnRad()) * BLOCK_HALF_METRES;
        double[][] around = {{c - s, s + c}, {-c - s, -s + c}, {-c + s, -s - c}, {c + s, s - c}};
        double top = block.zMetres() + BLOCK_HALF_METRES;
        double bottom = block.zMetres() - BLOCK_HALF_METRES;
        double[] eye = {view.benchFromCamera().xMetres(), view.benchFromCamera().yMetres()};
        for (int i = 0; i < 4; i++) {
            int j = (i + 1) % 4;
            double nx = around[i][0] + around[j][0];
            double ny = around[i][1] + around[j][1];
            double facing = nx * (eye[0] - block.xMetres()) + ny * (eye[1] - block.yMetres());
            if (facing > 0) {
                float light = (float) (0.72 - 0.25 * Math.max(0, nx) / (2 * BLOCK_HALF_METRES));
                double[][] side = {
                    corner(block, around[i], top), corner(block, around[j], top),
                    corner(block, around[j], bottom), corner(block, around[i], bottom)
                };
                face(view, side, block, light);
            }
        }
        double[][] lid = {
            corner(block, around[0], top), corner(block, around[1], top),
            corner(block, around[2], top), corner(block, around[3], top)
        };
        face(view, lid, block, 1f);
    }

    private void face(ViewPoint view, double[][] corners, SeenBlock block, float light) {
        painter.face(
                view,
                corners,
                block.colour().red(),
                block.colour().green(),
                block.colour().blue(),
                light);
    }

    private static double[] corner(SeenBlock block, double[] offset, double z) {
        return new double[] {block.xMetres() + offset[0], block.yMetres() + offset[1], z};
    }

    @Override
    public void close() {}
}

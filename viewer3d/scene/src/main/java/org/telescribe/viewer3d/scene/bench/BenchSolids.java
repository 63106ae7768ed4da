package org.telescribe.viewer3d.scene.bench;

import java.util.List;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.scene.colour.Colour;
import org.telescribe.viewer3d.scene.frame.Solid;
import org.telescribe.viewer3d.scene.mesh.SolidShapes;
import org.telescribe.viewer3d.scene.robot.VisualShape;
import org.telescribe.viewer3d.scene.robot.VisualShape.Mesh;

/// Things of the bench, each mesh made once. Immutable.
public final class BenchSolids {
    private static final double BLOCK_METRES = 0.04;
    private static final double PAD_METRES = 0.12;
    private static final double PAD_HEIGHT_METRES = 0.003;
    private static final double TABLE_X_METRES = 1.5;
    private static final double TABLE_Y_METRES = 0.84;
    private static final double TABLE_HEIGHT_METRES = 0.03;
    private static final Colour BOWL = Colour.of255(208, 214, 221);
    private static final Colour PAD = Colour.of255(88, 98, 110);
    private static final Colour PAD_RIM = Colour.of255(58, 66, 76);
    private static final Colour TABLE = Colour.of255(196, 189, 178);

    private final VisualShape block =
            new Mesh(SolidShapes.roundedBox(BLOCK_METRES, BLOCK_METRES, BLOCK_METRES, 0.003, 2));
    private final VisualShape padRim =
            new Mesh(SolidShapes.roundedBox(PAD_METRES, PAD_METRES, PAD_HEIGHT_METRES, 0.001, 1));
    private final VisualShape pad =
            new Mesh(SolidShapes.roundedBox(PAD_METRES - 0.012, PAD_METRES - 0.012, PAD_HEIGHT_METRES, 0.001, 1));
    private final VisualShape table =
            new Mesh(SolidShapes.roundedBox(TABLE_X_METRES, TABLE_Y_METRES, TABLE_HEIGHT_METRES, 0.006, 2));
    private final VisualShape bowl = new Mesh(SolidShapes.lathe(
            new double[] {0, 0.032, 0.036, 0.048, 0.057, 0.0625, 0.0640, 0.0625, 0.0590, 0.053, 0.044, 0.033, 0},
            new double[] {0, 0, 0.004, 0.012, 0.026, 0.0425, 0.0435, 0.0440, 0.0425, 0.027, 0.015, 0.0085, 0.007},
            44));

    /// Makes the meshes.
    public BenchSolids() {}

    /// {@return a block of 40 mm}
    ///
    /// @param sceneFromBlock pose of its middle
    /// @param colour its colour
    public Solid block(Pose sceneFromBlock, Colour colour) {
        return new Solid(sceneFromBlock, block, colour);
    }

    /// {@return the bowl, standing on the table}
    ///
    /// @param xMetres its middle
    /// @param yMetres its middle
    public Solid bowl(double xMetres, double yMetres) {
        return new Solid(Pose.translation(xMetres, yMetres, 0), bowl, BOWL);
    }

    /// {@return the pad and its rim, lying on the table}
    ///
    /// @param xMetres its middle
    /// @param yMetres its middle
    public List<Solid> pad(double xMetres, double yMetres) {
        return List.of(
                new Solid(Pose.translation(xMetres, yMetres, 0.0005), padRim, PAD_RIM),
                new Solid(Pose.translation(xMetres, yMetres, 0.001), pad, PAD));
    }

    /// {@return the table, its surface at z = 0}
    public Solid table() {
        return new Solid(Pose.translation(0, 0, -TABLE_HEIGHT_METRES / 2), table, TABLE);
    }
}

package org.telescribe.app.station;

import java.util.ArrayList;
import java.util.List;
import org.telescribe.devices.core.port.BenchRenderer;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.bench.BenchScene;
import org.telescribe.devices.emulator.bench.BenchScene.SeenBlock;
import org.telescribe.viewer3d.render.RenderService;
import org.telescribe.viewer3d.scene.bench.BenchSetup;
import org.telescribe.viewer3d.scene.bench.BenchSolids;
import org.telescribe.viewer3d.scene.bench.BenchThings;
import org.telescribe.viewer3d.scene.colour.Colour;
import org.telescribe.viewer3d.scene.frame.Solid;

/// The bench's cameras drawn by the same renderer as the 3D view.
public final class GlBenchPictures implements BenchPictureMaker {
    private final RenderService service;
    private final boolean patient;
    private final BenchSetup setup = new BenchSetup();
    private final BenchSolids solids = new BenchSolids();

    /// Draws with a running service.
    ///
    /// @param service draws
    public GlBenchPictures(RenderService service) {
        this(service, false);
    }

    private GlBenchPictures(RenderService service, boolean patient) {
        this.service = service;
        this.patient = patient;
    }

    /// {@return pictures for a bench on a simulated clock, which waits for them}
    ///
    /// @param service draws
    public static GlBenchPictures patient(RenderService service) {
        return new GlBenchPictures(service, true);
    }

    @Override
    public BenchRenderer rendererOf(BenchScene scene, CameraInfo camera) {
        BenchThings things = (left, right) -> seen(scene.at(left, right));
        return patient
                ? service.patientBenchRenderer(setup, things, camera.width(), camera.height())
                : service.benchRenderer(setup, things, camera.width(), camera.height());
    }

    private List<Solid> seen(BenchScene.Picture picture) {
        List<Solid> seen = new ArrayList<>();
        BenchObjects objects = picture.objects();
        seen.add(solids.bowl(objects.bowl().xMetres(), objects.bowl().yMetres()));
        seen.addAll(solids.pad(objects.pad().xMetres(), objects.pad().yMetres()));
        for (SeenBlock block : picture.blocks()) {
            BenchScene.Colour colour = block.colour();
            Pose pose = Pose.translation(block.xMetres(), block.yMetres(), block.zMetres())
                    .times(Pose.rotation(0, 0, 1, block.turnRad()));
            seen.add(solids.block(pose, Colour.of255(colour.red(), colour.green(), colour.blue())));
        }
        return seen;
    }
}

package org.telescribe.app.simulation;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.telescribe.app.station.BenchPictureMaker;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.port.BenchRenderer;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.bench.BenchScene;
import org.telescribe.devices.emulator.camera.BenchView;
import org.telescribe.devices.emulator.physics.BenchWorld;
import org.telescribe.devices.emulator.physics.BenchWorldState;
import org.telescribe.policyruntime.inference.observation.FrameColours;

/// The bench with physics on a simulated clock, with cameras that draw when they are asked. Belongs
/// to the thread that made it.
public final class SimulatedBench implements AutoCloseable {
    private final BenchArms arms;
    private final List<CameraInfo> cameras;
    private final BenchPictureMaker pictures;
    private final BenchWorld world;
    private final int joints;
    private final List<FramePool> pools = new ArrayList<>();
    private final List<BenchRenderer> renderers = new ArrayList<>();
    private BenchWorldState now;

    /// A bench at rest.
    ///
    /// @param arms the bench's arms
    /// @param objects where things lie
    /// @param cameras named as their [BenchView]s are; a view may have several, in other sizes
    /// @param pictures makes the cameras' renderers
    public SimulatedBench(BenchArms arms, BenchObjects objects, List<CameraInfo> cameras, BenchPictureMaker pictures) {
        this.arms = arms;
        this.cameras = List.copyOf(cameras);
        this.pictures = pictures;
        this.joints = arms.layout().size();
        this.world = new BenchWorld(arms, objects);
        this.now = world.state();
        cameras.forEach(camera -> pools.add(new FramePool(1, camera.width(), camera.height(), false)));
        look(objects);
    }

    private void look(BenchObjects objects) {
        renderers.forEach(BenchRenderer::close);
        renderers.clear();
        BenchScene scene = new BenchScene(arms, objects, this::blockPoses);
        cameras.forEach(camera -> renderers.add(pictures.rendererOf(scene, camera)));
    }

    private List<Pose> blockPoses() {
        return now.blocks().stream().map(BenchWorldState.Block::benchFromBlock).toList();
    }

    /// Starts anew: arms at rest, clock at 0.
    ///
    /// @param objects where things lie
    public void reset(BenchObjects objects) {
        world.reset(objects);
        now = world.state();
        look(objects);
    }

    /// {@return the bench's arms}
    public BenchArms arms() {
        return arms;
    }

    /// {@return its cameras}
    public List<CameraInfo> cameras() {
        return cameras;
    }

    /// Lets simulated time pass.
    ///
    /// @param nanos how long, a multiple of [BenchWorld#STEP_NANOS]
    /// @param leftRad where the left arm's servos are sent, radians
    /// @param rightRad where the right arm's servos are sent, radians
    public void run(long nanos, double[] leftRad, double[] rightRad) {
        for (long done = 0; done < nanos; done += BenchWorld.STEP_NANOS) {
            world.step(leftRad, rightRad);
        }
        now = world.state();
    }

    /// {@return the bench at this moment}
    public BenchWorldState state() {
        return now;
    }

    /// Reads where the joints of both arms are.
    ///
    /// @param intoRad gets the left arm's joints, then the right arm's, radians
    public void readJoints(double[] intoRad) {
        copy(now.left().jointRad(), intoRad, 0);
        copy(now.right().jointRad(), intoRad, joints);
    }

    /// Reads how fast the joints of both arms are.
    ///
    /// @param intoRadPerS gets the left arm's joints, then the right arm's, radians per second
    public void readJointSpeeds(double[] intoRadPerS) {
        copy(now.left().jointRadPerS(), intoRadPerS, 0);
        copy(now.right().jointRadPerS(), intoRadPerS, joints);
    }

    private static void copy(List<Double> from, double[] into, int offset) {
        for (int i = 0; i < from.size(); i++) {
            into[offset + i] = from.get(i);
        }
    }

    /// Draws what a camera sees now.
    ///
    /// @param camera its place in the list of cameras
    /// @param i420 gets the picture, from position 0
    public void draw(int camera, ByteBuffer i420) {
        PooledFrame frame = drawn(camera);
        i420.put(0, frame.pixels(), 0, i420.capacity());
        frame.release();
    }

    /// Draws what a camera sees now.
    ///
    /// @param camera its place in the list of cameras
    /// @param rgb gets red, green, blue, row by row
    public void draw(int camera, byte[] rgb) {
        PooledFrame frame = drawn(camera);
        FrameColours.toRgb(frame, rgb);
        frame.release();
    }

    private PooledFrame drawn(int camera) {
        PooledFrame frame = Objects.requireNonNull(pools.get(camera).take(), "the one frame of a camera is free");
        BenchView view = BenchView.ofCamera(cameras.get(camera).name());
        double[] left = jointsOf(ArmSide.LEFT);
        double[] right = jointsOf(ArmSide.RIGHT);
        renderers
                .get(camera)
                .draw(view.benchFromCamera(arms, left, right), view.verticalFieldOfViewRad(), left, right, frame);
        return frame;
    }

    private double[] jointsOf(ArmSide side) {
        double[] joined = new double[joints];
        copy(now.arm(side).jointRad(), joined, 0);
        return joined;
    }

    /// Frees everything.
    @Override
    public void close() {
        renderers.forEach(BenchRenderer::close);
        world.close();
    }
}

package org.telescribe.devices.emulator.physics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;

/// The bench with physics on a simulated clock, at whatever speed it is stepped: two arms with servo
/// drives, table, four blocks, a bowl and a pad. The same seed and the same targets give the same states,
/// bit by bit. Belongs to the thread that made it, which must close it; native memory is freed by
/// [#close] alone.
public final class BenchWorld implements AutoCloseable {
    /// Length of a step, nanoseconds.
    public static final long STEP_NANOS = 2_000_000L;

    private static final double STEP_SECONDS = STEP_NANOS / 1e9;

    private final BenchArms arms;
    private final PhysxLibrary library;
    private final Thread owner = Thread.currentThread();
    private @Nullable WorldScene scene;
    private BenchObjects objects;
    private long steps;

    /// A world as [#reset] leaves it.
    ///
    /// @param arms the bench's arms
    /// @param seed of where things lie
    public BenchWorld(BenchArms arms, long seed) {
        this(arms, BenchObjects.of(seed));
    }

    /// A world as [#reset] leaves it.
    ///
    /// @param arms the bench's arms
    /// @param objects where things lie
    public BenchWorld(BenchArms arms, BenchObjects objects) {
        this.arms = arms;
        this.library = PhysxLibrary.loaded();
        this.objects = objects;
        this.scene = new WorldScene(arms, objects, library);
    }

    /// Starts anew: arms at rest, blocks where the seed lays them, clock at 0. Nothing of before stays,
    /// not even in the engine, so that what follows depends on the seed and the targets alone.
    ///
    /// @param seed of where things lie, see [BenchObjects#of]
    public void reset(long seed) {
        reset(BenchObjects.of(seed));
    }

    /// Starts anew, see [#reset(long)].
    ///
    /// @param newObjects where things lie
    public void reset(BenchObjects newObjects) {
        scene().close();
        scene = null;
        objects = newObjects;
        scene = new WorldScene(arms, objects, library);
        steps = 0;
    }

    /// Lets [#STEP_NANOS] of simulated time pass.
    ///
    /// @param leftTargetsRad where the left arm's servos are sent, in the order of the layout, radians
    /// @param rightTargetsRad where the right arm's servos are sent, radians
    /// @throws IllegalArgumentException when a target is no number
    public void step(double[] leftTargetsRad, double[] rightTargetsRad) {
        check(ArmSide.LEFT, leftTargetsRad);
        check(ArmSide.RIGHT, rightTargetsRad);
        scene().step(leftTargetsRad, rightTargetsRad, STEP_SECONDS);
        steps++;
        String complaint = library.complaint();
        if (complaint != null) {
            throw new IllegalStateException(
                    "the physics engine refused to go on: %s. Close the bench and start it again."
                            .formatted(complaint));
        }
    }

    private void check(ArmSide side, double[] targetsRad) {
        if (targetsRad.length != ArmBody.JOINTS || !Arrays.stream(targetsRad).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("the %s arm takes %d finite targets, not %s"
                    .formatted(side.word(), ArmBody.JOINTS, Arrays.toString(targetsRad)));
        }
    }

    /// Puts the blocks back to where they lay at the last reset; the arms stay where they are.
    public void putBack() {
        scene().putBack(objects);
    }

    /// {@return simulated time since the last reset, nanoseconds}
    public long simulatedNanos() {
        return steps * STEP_NANOS;
    }

    /// Reads joint positions without making garbage.
    ///
    /// @param side the arm
    /// @param intoRad where they go, in the order of the layout, radians
    public void readJoints(ArmSide side, double[] intoRad) {
        scene().arm(side).readPositions(intoRad);
    }

    /// Reads joint speeds without making garbage.
    ///
    /// @param side the arm
    /// @param intoRadPerS where they go, in the order of the layout, radians per second
    public void readJointSpeeds(ArmSide side, double[] intoRadPerS) {
        scene().arm(side).readVelocities(intoRadPerS);
    }

    /// {@return everything about this moment}
    public BenchWorldState state() {
        WorldScene now = scene();
        return new BenchWorldState(
                simulatedNanos(),
                objects,
                armState(now.arm(ArmSide.LEFT)),
                armState(now.arm(ArmSide.RIGHT)),
                now.blockStates(),
                now.contacts(),
                stateHash());
    }

    private static BenchWorldState.Arm armState(ArmBody arm) {
        double[] positions = new double[ArmBody.JOINTS];
        double[] velocities = new double[ArmBody.JOINTS];
        arm.readPositions(positions);
        arm.readVelocities(velocities);
        return new BenchWorldState.Arm(boxed(positions), boxed(velocities));
    }

    private static List<Double> boxed(double[] values) {
        return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
    }

    /// {@return a hash of all that moves: positions, speeds, what is held, and the clock}
    public long stateHash() {
        StateHash hash = new StateHash();
        hash.add((int) steps);
        scene().addTo(hash);
        return hash.value();
    }

    /// {@return how many shapes the engine holds for all worlds of this process; for tests}
    static int shapesInEngine() {
        return PhysxLibrary.loaded().physics().getNbShapes();
    }

    private WorldScene scene() {
        WorldScene now = scene;
        if (now == null) {
            throw new IllegalStateException("this bench is closed");
        }
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("this bench belongs to the thread %s".formatted(owner.getName()));
        }
        return now;
    }

    /// Frees everything. Closing twice does nothing.
    @Override
    public void close() {
        if (scene != null) {
            scene().close();
            scene = null;
        }
    }
}

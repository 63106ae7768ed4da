package org.telescribe.devices.emulator.physics;

import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.posix.PosixThreadScheduling;

/// Steps a world in real time and hands over between it and the servo chains. The one thread that touches
/// the engine.
final class PhysicsLoop implements Agent {
    private static final long STATE_NANOS = 10_000_000L;
    private static final long LONGEST_CATCH_UP_NANOS = 100_000_000L;

    private static final int PRIORITY = 20;

    private final ThreadScheduling scheduling = new PosixThreadScheduling();
    private final BenchArms arms;
    private final BenchObjects objects;
    private final ArmHandover left;
    private final ArmHandover right;
    private final double[] positionsRad = new double[ArmBody.JOINTS];
    private final double[] velocitiesRadPerS = new double[ArmBody.JOINTS];
    private @Nullable BenchWorld world;
    private volatile @Nullable BenchWorldState state;
    private volatile boolean putBackAsked;
    private volatile long skippedNanos;
    private long dueNanos;
    private long stateDueNanos;

    PhysicsLoop(BenchArms arms, BenchObjects objects) {
        this.arms = arms;
        this.objects = objects;
        this.left = new ArmHandover(arms.restRad());
        this.right = new ArmHandover(arms.restRad());
    }

    ArmHandover arm(ArmSide side) {
        return side == ArmSide.LEFT ? left : right;
    }

    @Nullable
    BenchWorldState state() {
        return state;
    }

    long skippedNanos() {
        return skippedNanos;
    }

    void askPutBack() {
        putBackAsked = true;
    }

    @Override
    public String roleName() {
        return "bench physics";
    }

    @Override
    public void onStart() {
        scheduling.realTime(PRIORITY);
    }

    @Override
    public long doWork(long nowNanos) {
        BenchWorld running = world;
        if (running == null) {
            running = new BenchWorld(arms, objects);
            world = running;
            state = running.state();
            dueNanos = nowNanos;
        }
        if (nowNanos - dueNanos > LONGEST_CATCH_UP_NANOS) {
            skippedNanos = skippedNanos() + nowNanos - dueNanos;
            dueNanos = nowNanos;
        }
        if (putBackAsked) {
            putBackAsked = false;
            running.putBack();
        }
        boolean moved = false;
        while (dueNanos <= nowNanos) {
            double seconds = BenchWorld.STEP_NANOS / 1e9;
            running.step(left.nextTargets(seconds), right.nextTargets(seconds));
            dueNanos += BenchWorld.STEP_NANOS;
            moved = true;
        }
        if (moved) {
            publish(running, nowNanos);
        }
        return dueNanos;
    }

    private void publish(BenchWorld running, long nowNanos) {
        for (ArmSide side : ArmSide.values()) {
            running.readJoints(side, positionsRad);
            running.readJointSpeeds(side, velocitiesRadPerS);
            arm(side).publish(positionsRad, velocitiesRadPerS);
        }
        if (nowNanos >= stateDueNanos) {
            state = running.state();
            stateDueNanos = nowNanos + STATE_NANOS;
        }
    }

    @Override
    public void onClose() {
        if (world != null) {
            world.close();
            world = null;
        }
    }
}

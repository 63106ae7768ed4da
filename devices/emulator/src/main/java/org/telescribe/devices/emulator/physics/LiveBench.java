package org.telescribe.devices.emulator.physics;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.agent.AgentRunner;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.core.time.DeadlineWait;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.servo.ArmMechanics;

/// The bench with physics in real time, on a thread of its own: servo chains move its arms, cameras see
/// its blocks. Any thread, but for the arms' mechanics, which belong to the chains.
public final class LiveBench implements AutoCloseable {
    private final PhysicsLoop loop;
    private final AgentRunner runner;
    private final BenchObjects objects;

    /// A bench whose clock runs.
    ///
    /// @param arms the bench's arms
    /// @param objects where things lie
    /// @param clock the session clock
    /// @param wait how its thread waits for the next step
    /// @param onFailure told once, when its thread ends by a failure
    public LiveBench(
            BenchArms arms,
            BenchObjects objects,
            SessionClock clock,
            DeadlineWait wait,
            Consumer<Throwable> onFailure) {
        this.loop = new PhysicsLoop(arms, objects);
        this.objects = objects;
        this.runner = new AgentRunner(loop, clock, wait, onFailure).start();
    }

    /// {@return the mechanics of an arm, for the chain of its servos alone}
    ///
    /// @param side the arm
    public ArmMechanics arm(ArmSide side) {
        return loop.arm(side);
    }

    /// {@return the state of some moment in the last 10 to 20 ms, or null before the first step}
    public @Nullable BenchWorldState state() {
        return loop.state();
    }

    /// {@return poses of the blocks in the bench frame, in the order of [BenchBlock]}
    public List<Pose> blockPoses() {
        BenchWorldState state = loop.state();
        if (state == null) {
            return List.of(BenchBlock.values()).stream()
                    .map(block -> WorldParts.startPose(block, objects))
                    .toList();
        }
        return state.blocks().stream()
                .map(BenchWorldState.Block::benchFromBlock)
                .toList();
    }

    /// Puts the blocks back to where they lay, before the next step; for the next episode.
    public void putBack() {
        loop.askPutBack();
    }

    /// {@return real time that was left out because the thread came more than 100 ms late, nanoseconds}
    public long skippedNanos() {
        return loop.skippedNanos();
    }

    /// Ends the thread and frees the world.
    @Override
    public void close() {
        runner.close();
    }
}

package org.telescribe.app.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.simulation.BenchPolicySetup;
import org.telescribe.app.station.BenchPictureMaker;
import org.telescribe.app.station.BenchServos;
import org.telescribe.devices.core.agent.AgentRunner;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.drivers.dynamixel.DynamixelFollowerArm;
import org.telescribe.devices.drivers.link.PortNotOpened;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.bench.BenchScene;
import org.telescribe.devices.emulator.physics.BenchWorldState;
import org.telescribe.devices.emulator.physics.LiveBench;
import org.telescribe.devices.emulator.servo.ChainSettings;
import org.telescribe.devices.emulator.servo.EmulatedBus;
import org.telescribe.devices.posix.PosixDeadlineWait;
import org.telescribe.devices.posix.PosixThreadScheduling;
import org.telescribe.devices.posix.SystemCallRefused;
import org.telescribe.policyruntime.inference.check.CheckedBundle;
import org.telescribe.policyruntime.inference.graph.GraphFailedException;
import org.telescribe.policyruntime.inference.session.PolicySession;
import org.telescribe.policyruntime.rollouts.live.PolicyHands;
import org.telescribe.policyruntime.rollouts.live.PolicyLeader;
import org.telescribe.teleop.control.loop.LoopTiming;
import org.telescribe.teleop.control.loop.RunningLoop;
import org.telescribe.teleop.control.loop.StationArms;
import org.telescribe.teleop.control.loop.StationRefused;
import org.telescribe.teleop.control.message.ControlCommand;
import org.telescribe.teleop.control.message.HoldCause;
import org.telescribe.teleop.control.safety.SafetySettings;

/// The bench with physics in real time, its followers on emulated buses, and a policy in the operator's
/// place. Closing it ends everything in reverse order.
public final class LivePolicyBench implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LivePolicyBench.class);
    private static final double TICKS_PER_SECOND = 200;
    private static final long FIRST_PICTURES_NANOS = 10_000_000_000L;
    private static final long LOOK_NANOS = 5_000_000L;
    private static final long START_DELAY_NANOS = 50_000_000L;

    private final Deque<Runnable> closings = new ArrayDeque<>();
    private final BenchArms arms;
    private final SessionClock clock;
    private final LiveBench live;
    private @Nullable RunningLoop loop;
    private @Nullable PolicyHands hands;
    private String runsOn = "";

    private LivePolicyBench(BenchArms arms, BenchObjects objects, SessionClock clock) {
        this.arms = arms;
        this.clock = clock;
        this.live = keep(
                new LiveBench(arms, objects, clock, new ParkingWait(clock), LivePolicyBench::failed), LiveBench::close);
    }

    /// Opens everything; nothing moves until [#loop] is told to arm and to follow and [#hands] what
    /// to do.
    ///
    /// @param bundle the policy
    /// @param arms the bench's arms
    /// @param objects where things lie
    /// @param pictures makes the cameras' renderers
    /// @param clock the session clock
    /// @param lateness told of each tick of the policy's rate how late it came
    /// @return the running bench
    /// @throws CommandFailed when a part of it cannot be opened; nothing stays open
    public static LivePolicyBench open(
            CheckedBundle bundle,
            BenchArms arms,
            BenchObjects objects,
            BenchPictureMaker pictures,
            SessionClock clock,
            PolicyHands.Lateness lateness)
            throws CommandFailed {
        LivePolicyBench bench = new LivePolicyBench(arms, objects, clock);
        boolean running = false;
        try {
            bench.start(bundle, objects, pictures, lateness);
            running = true;
            return bench;
        } catch (SystemCallRefused | PortNotOpened | StationRefused | GraphFailedException refused) {
            throw new CommandFailed(
                    "The bench cannot be opened for the policy: %s Nothing moved.".formatted(refused.getMessage()),
                    refused);
        } finally {
            if (!running) {
                bench.close();
            }
        }
    }

    private void start(
            CheckedBundle bundle, BenchObjects objects, BenchPictureMaker pictures, PolicyHands.Lateness lateness)
            throws SystemCallRefused, PortNotOpened, StationRefused, GraphFailedException {
        ArmLayout layout = arms.layout();
        PolicyLeader left = new PolicyLeader(layout, clock, BenchPolicySetup.TICK_NANOS);
        PolicyLeader right = new PolicyLeader(layout, clock, BenchPolicySetup.TICK_NANOS);
        RunningLoop running = keep(
                new RunningLoop(
                        new StationArms(left, follower(ArmSide.LEFT), right, follower(ArmSide.RIGHT)),
                        LoopTiming.ofRate(clock.nanoTime() + START_DELAY_NANOS, TICKS_PER_SECOND),
                        SafetySettings.EMULATED,
                        clock,
                        () -> new PosixDeadlineWait(clock),
                        new PosixThreadScheduling(),
                        (thread, failure) -> LOG.error("thread {} ended", thread, failure)),
                RunningLoop::close);
        loop = running;
        Consumer<Throwable> hold = failure -> {
            failed(failure);
            running.send(new ControlCommand.Hold(HoldCause.PROGRAM_FAILED));
        };
        BenchScene scene = new BenchScene(arms, objects, live::blockPoses);
        BenchEyes eyes = new BenchEyes(
                arms, live, scene, BenchEyes.camerasOf(bundle, BenchPolicySetup.smallCameras()), pictures, clock);
        keep(new AgentRunner(eyes, clock, new ParkingWait(clock), hold).start(), AgentRunner::close);
        eyes.open();
        long untilNanos = clock.nanoTime() + FIRST_PICTURES_NANOS;
        ParkingWait wait = new ParkingWait(clock);
        while (!eyes.seen() && clock.nanoTime() < untilNanos) {
            wait.waitUntil(clock.nanoTime() + LOOK_NANOS);
        }
        PolicySession session = keep(PolicySession.open(bundle, clock, hold), PolicySession::close);
        runsOn = session.runsOn();
        PolicyHands acting =
                new PolicyHands(session, eyes, clock, running, left, right, new PosixThreadScheduling(), lateness);
        hands = acting;
        keep(new AgentRunner(acting, clock, new PosixDeadlineWait(clock), hold).start(), AgentRunner::close);
    }

    private DynamixelFollowerArm follower(ArmSide side) throws SystemCallRefused, PortNotOpened {
        ArmLayout layout = arms.layout();
        EmulatedBus bus = keep(
                EmulatedBus.simulated(
                        "servos of %s follower".formatted(side.word()),
                        clock,
                        BenchServos.emulated(layout),
                        live.arm(side),
                        ChainSettings.FAST,
                        LivePolicyBench::failed),
                EmulatedBus::close);
        return BenchServos.follower(bus, layout, clock);
    }

    private static void failed(Throwable failure) {
        LOG.error("a part of the policy's bench ended", failure);
    }

    private <T> T keep(T part, Consumer<T> closing) {
        closings.push(() -> closing.accept(part));
        return part;
    }

    /// {@return the control loop}
    public RunningLoop loop() {
        if (loop == null) {
            throw new IllegalStateException("the bench is not open");
        }
        return loop;
    }

    /// {@return what carries out the policy's actions}
    public PolicyHands hands() {
        if (hands == null) {
            throw new IllegalStateException("the bench is not open");
        }
        return hands;
    }

    /// {@return a sentence that says what the policy is computed on}
    public String runsOn() {
        return runsOn;
    }

    /// {@return the bench's state of some moment in the last 20 ms, or null before the first step}
    public @Nullable BenchWorldState state() {
        return live.state();
    }

    @Override
    public void close() {
        while (!closings.isEmpty()) {
            closings.pop().run();
        }
    }
}

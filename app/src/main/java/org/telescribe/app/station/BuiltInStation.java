package org.telescribe.app.station;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.port.BenchRenderer;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.port.CameraSource;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.drivers.dynamixel.BusSettings;
import org.telescribe.devices.drivers.dynamixel.DynamixelFollowerArm;
import org.telescribe.devices.drivers.dynamixel.DynamixelLeaderArm;
import org.telescribe.devices.drivers.dynamixel.ServoModel;
import org.telescribe.devices.drivers.dynamixel.ServoSpec;
import org.telescribe.devices.drivers.link.PortNotOpened;
import org.telescribe.devices.drivers.link.SerialPorts;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.bench.BenchScene;
import org.telescribe.devices.emulator.camera.BenchCamera;
import org.telescribe.devices.emulator.camera.BenchView;
import org.telescribe.devices.emulator.motion.MotionSource;
import org.telescribe.devices.emulator.physics.BenchWorldState;
import org.telescribe.devices.emulator.physics.LiveBench;
import org.telescribe.devices.emulator.servo.ChainSettings;
import org.telescribe.devices.emulator.servo.EmulatedBus;
import org.telescribe.devices.posix.SystemCallRefused;
import org.telescribe.teleop.control.loop.RunningLoop;
import org.telescribe.teleop.control.loop.StationArms;
import org.telescribe.teleop.episode.model.ArmSource;

/// The built-in station: four emulated servo chains on pseudo-terminals, opened by the same drivers as
/// real ones, and the bench's three cameras.
public final class BuiltInStation implements OpenStation.Emulation {
    private static final Logger LOG = LoggerFactory.getLogger(BuiltInStation.class);
    private static final double CAMERA_RATE = 30;

    private final HandMotion hands;
    private final CuedMotion leftHand;
    private final CuedMotion rightHand;
    private final @Nullable LiveBench live;
    private final BenchScene scene;
    private final LatestJoints joints;
    private final List<EmulatedBus> buses = new ArrayList<>();

    /// How the built-in station is set up.
    ///
    /// @param seed of the scripted task and of the bench's layout
    /// @param motion folder of a recording to move as, or null for the scripted task
    /// @param motionEpisode its episode; -1 for the first whose data are there
    /// @param smallCameras whether the head camera is as small as the wrists' are, 320x240
    /// @param mechanics what moves the followers and the blocks
    public record Setup(
            long seed, @Nullable Path motion, int motionEpisode, boolean smallCameras, Mechanics mechanics) {
        /// A station that moves by rule.
        ///
        /// @param seed of the scripted task and of the bench's layout
        /// @param motion folder of a recording to move as, or null for the scripted task
        /// @param motionEpisode its episode; -1 for the first whose data are there
        /// @param smallCameras whether the head camera is as small as the wrists' are, 320x240
        public Setup(long seed, @Nullable Path motion, int motionEpisode, boolean smallCameras) {
            this(seed, motion, motionEpisode, smallCameras, Mechanics.BY_RULE);
        }
    }

    /// What moves the followers and the blocks.
    public enum Mechanics {
        /// Each joint by itself; a block follows the gripper that closes around it.
        BY_RULE,
        /// A simulated world, see [LiveBench]; for the scripted hands only.
        PHYSICS
    }

    private BuiltInStation(
            HandMotion hands,
            BenchArms arms,
            BenchObjects objects,
            @Nullable LiveBench live,
            SessionClock clock,
            long originNanos) {
        this.hands = hands;
        this.leftHand = new CuedMotion(hands.motion().left(), clock, originNanos);
        this.rightHand = new CuedMotion(hands.motion().right(), clock, originNanos);
        this.live = live;
        this.scene = live == null ? new BenchScene(arms, objects) : new BenchScene(arms, objects, live::blockPoses);
        this.joints = new LatestJoints(arms.layout(), hands.shownAs(), arms.restRad());
    }

    /// What opening gave.
    ///
    /// @param station the open station
    /// @param task what the emulated operator does, a sentence
    /// @param emulation its emulated hardware
    public record Opened(OpenStation station, String task, BuiltInStation emulation) {}

    /// Starts the emulated hardware and opens it.
    ///
    /// @param setup what the hands do
    /// @param clock session clock
    /// @param pictures makes the cameras' renderers
    /// @return the open station
    /// @throws CommandFailed when a recording cannot be followed or the system has no pseudo-terminal
    public static Opened open(Setup setup, SessionClock clock, BenchPictureMaker pictures) throws CommandFailed {
        BenchArms arms = new BenchArms();
        BenchObjects objects = BenchObjects.of(setup.seed());
        Path recording = setup.motion();
        HandMotion hands = recording == null
                ? HandMotion.scripted(arms, objects, setup.seed())
                : RecordedHands.read(recording, setup.motionEpisode());
        LiveBench live = liveBench(setup, arms, clock);
        long originNanos = clock.nanoTime();
        BuiltInStation emulation = new BuiltInStation(hands, arms, objects, live, clock, originNanos);
        boolean open = false;
        try {
            StationArms stationArms = emulation.openArms(clock, originNanos);
            List<CameraSource> cameras = emulation.openCameras(arms, clock, setup.smallCameras(), pictures);
            open = true;
            OpenStation station = new OpenStation(
                    "built-in bench",
                    hands.robotType(),
                    ArmSource.EMULATED,
                    "",
                    BenchSetupFacts.of(arms, cameras, hands),
                    stationArms,
                    cameras,
                    emulation);
            return new Opened(station, hands.task(), emulation);
        } catch (SystemCallRefused | PortNotOpened refused) {
            throw new CommandFailed(
                    "The built-in station cannot be opened: %s Nothing was recorded.".formatted(refused.getMessage()),
                    refused);
        } finally {
            if (!open) {
                emulation.close();
            }
        }
    }

    private static @Nullable LiveBench liveBench(Setup setup, BenchArms arms, SessionClock clock) throws CommandFailed {
        return switch (setup.mechanics()) {
            case BY_RULE -> null;
            case PHYSICS -> {
                if (setup.motion() != null) {
                    throw new CommandFailed("The bench with physics is moved by the scripted hands, not by a recording."
                            + " Nothing was recorded. Leave out the recording or the physics.");
                }
                String name = "bench physics";
                yield new LiveBench(arms, BenchObjects.of(setup.seed()), clock, new ParkingWait(clock), failed(name));
            }
        };
    }

    /// {@return the bench's state of some moment in the last 20 ms; null when it moves by rule}
    public @Nullable BenchWorldState benchState() {
        return live == null ? null : live.state();
    }

    private StationArms openArms(SessionClock clock, long originNanos) throws SystemCallRefused, PortNotOpened {
        return new StationArms(
                leader(ArmSide.LEFT, hands.left(), leftHand, clock, originNanos),
                follower(ArmSide.LEFT, hands.left(), leftHand, clock),
                leader(ArmSide.RIGHT, hands.right(), rightHand, clock, originNanos),
                follower(ArmSide.RIGHT, hands.right(), rightHand, clock));
    }

    private DynamixelLeaderArm leader(
            ArmSide side, ArmLayout layout, MotionSource hand, SessionClock clock, long originNanos)
            throws SystemCallRefused, PortNotOpened {
        String name = "servos of " + side.word() + " leader";
        EmulatedBus bus = EmulatedBus.leader(
                name, clock, BenchServos.emulated(layout), hand, originNanos, ChainSettings.FAST, failed(name));
        buses.add(bus);
        return new DynamixelLeaderArm(
                SerialPorts.open(bus.clientPath().toString(), BusSettings.FAST.bitsPerSecond(), clock),
                clock,
                layout,
                ServoSpec.inOrder(layout, ServoModel.XM430_W350),
                BusSettings.FAST);
    }

    private DynamixelFollowerArm follower(ArmSide side, ArmLayout layout, MotionSource hand, SessionClock clock)
            throws SystemCallRefused, PortNotOpened {
        String name = "servos of " + side.word() + " follower";
        double[] restRad = IntStream.range(0, layout.size())
                .mapToDouble(joint -> hand.positionRad(joint, 0))
                .toArray();
        EmulatedBus bus = live == null
                ? EmulatedBus.follower(
                        name, clock, BenchServos.emulated(layout), restRad, ChainSettings.FAST, failed(name))
                : EmulatedBus.simulated(
                        name, clock, BenchServos.emulated(layout), live.arm(side), ChainSettings.FAST, failed(name));
        buses.add(bus);
        return BenchServos.follower(bus, layout, clock);
    }

    private static Consumer<Throwable> failed(String name) {
        return failure -> LOG.error("{} ended", name, failure);
    }

    private List<CameraSource> openCameras(
            BenchArms arms, SessionClock clock, boolean smallCameras, BenchPictureMaker pictures) {
        List<CameraSource> cameras = new ArrayList<>();
        for (BenchView view : BenchView.values()) {
            boolean large = view == BenchView.HEAD && !smallCameras;
            CameraInfo info = new CameraInfo(view.cameraName(), large ? 640 : 320, large ? 480 : 240, CAMERA_RATE);
            BenchRenderer renderer = pictures.rendererOf(scene, info);
            cameras.add(new BenchCamera(info, view, arms, renderer, joints, clock, new ParkingWait(clock)));
        }
        return cameras;
    }

    @Override
    public void started(RunningLoop loop) {
        joints.follow(loop);
    }

    @Override
    public void perform() {
        if (live == null) {
            scene.putBack();
        } else {
            live.putBack();
        }
        leftHand.cue();
        rightHand.cue();
    }

    /// Lets the hands perform again and again, with a rest between two times; for a person who tries
    /// the window.
    public void repeatForEver() {
        leftHand.repeat();
        rightHand.repeat();
    }

    @Override
    public long motionNanos() {
        return Math.max(leftHand.durationNanos(), rightHand.durationNanos());
    }

    @Override
    public void close() {
        buses.forEach(EmulatedBus::close);
        if (live != null) {
            live.close();
        }
    }
}

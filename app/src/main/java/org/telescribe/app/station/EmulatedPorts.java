package org.telescribe.app.station;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.motion.MotionSource;
import org.telescribe.devices.emulator.motion.ScriptedTask;
import org.telescribe.devices.emulator.motion.TwoArmMotion;
import org.telescribe.devices.emulator.servo.ChainSettings;
import org.telescribe.devices.emulator.servo.EmulatedBus;
import org.telescribe.devices.emulator.servo.EmulatedServoSpec;
import org.telescribe.devices.posix.SystemCallRefused;

/// Emulated arms without a station: four pseudo-terminals that any client may open. The leaders wait at
/// the start of their motion until told to perform, then repeat it for ever.
public final class EmulatedPorts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmulatedPorts.class);
    private static final int PRIORITY = 20;

    private final Map<String, String> paths = new LinkedHashMap<>();
    private final List<EmulatedBus> buses = new ArrayList<>();
    private final StartedMotion left;
    private final StartedMotion right;

    /// A motion that stands still until it is started and then repeats.
    private static final class StartedMotion implements MotionSource {
        private final MotionSource motion;
        private final SessionClock clock;
        private final long originNanos;
        private volatile long startNanos = Long.MAX_VALUE;

        StartedMotion(MotionSource motion, SessionClock clock, long originNanos) {
            this.motion = motion;
            this.clock = clock;
            this.originNanos = originNanos;
        }

        void start() {
            startNanos = clock.nanoTime() - originNanos;
        }

        @Override
        public double positionRad(int joint, long timeNanos) {
            long start = startNanos;
            return motion.positionRad(joint, timeNanos < start ? 0 : timeNanos - start);
        }

        @Override
        public long durationNanos() {
            return motion.durationNanos();
        }
    }

    private EmulatedPorts(TwoArmMotion motion, SessionClock clock, long originNanos) {
        this.left = new StartedMotion(motion.left(), clock, originNanos);
        this.right = new StartedMotion(motion.right(), clock, originNanos);
    }

    /// Starts four chains of seven servos.
    ///
    /// @param bitsPerSecond line speed
    /// @param returnDelayUnits pause of a servo before it answers, units of 2 microseconds
    /// @param seed of the leaders' motion
    /// @param clock session clock
    /// @return the running chains
    /// @throws CommandFailed when the system has no pseudo-terminal left
    public static EmulatedPorts open(int bitsPerSecond, int returnDelayUnits, long seed, SessionClock clock)
            throws CommandFailed {
        BenchArms arms = new BenchArms();
        long originNanos = clock.nanoTime();
        EmulatedPorts ports = new EmulatedPorts(ScriptedTask.of(arms, BenchObjects.of(seed), seed), clock, originNanos);
        boolean open = false;
        try {
            ChainSettings settings = new ChainSettings(bitsPerSecond, returnDelayUnits, PRIORITY);
            List<EmulatedServoSpec> servos = IntStream.rangeClosed(
                            1, arms.layout().size())
                    .mapToObj(EmulatedServoSpec::xm430)
                    .toList();
            for (ArmSide side : ArmSide.values()) {
                StartedMotion hand = side == ArmSide.LEFT ? ports.left : ports.right;
                String leader = side.word() + " leader";
                String follower = side.word() + " follower";
                ports.add(
                        leader,
                        EmulatedBus.leader(
                                "servos of " + leader, clock, servos, hand, originNanos, settings, failed(leader)));
                ports.add(
                        follower,
                        EmulatedBus.follower(
                                "servos of " + follower, clock, servos, arms.restRad(), settings, failed(follower)));
            }
            open = true;
            return ports;
        } catch (SystemCallRefused | IllegalArgumentException refused) {
            throw new CommandFailed(
                    "The emulated arms cannot be started: %s.".formatted(refused.getMessage()), refused);
        } finally {
            if (!open) {
                ports.close();
            }
        }
    }

    private void add(String arm, EmulatedBus bus) {
        buses.add(bus);
        paths.put(arm, bus.clientPath().toString());
    }

    private static Consumer<Throwable> failed(String arm) {
        return failure -> LOG.error("servos of {} ended", arm, failure);
    }

    /// {@return path of each arm's port, by the arm's name}
    public Map<String, String> paths() {
        return java.util.Collections.unmodifiableMap(paths);
    }

    /// Starts the leaders' motion.
    public void perform() {
        left.start();
        right.start();
    }

    @Override
    public void close() {
        buses.forEach(EmulatedBus::close);
    }
}

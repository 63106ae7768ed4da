package org.telescribe.devices.emulator.servo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.telescribe.devices.core.joint.ArmJoint;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.JointLimit;
import org.telescribe.devices.core.port.ByteLink;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.devices.drivers.dynamixel.BusSettings;
import org.telescribe.devices.drivers.dynamixel.DynamixelBus;
import org.telescribe.devices.drivers.dynamixel.DynamixelFollowerArm;
import org.telescribe.devices.drivers.dynamixel.DynamixelLeaderArm;
import org.telescribe.devices.drivers.dynamixel.ServoModel;
import org.telescribe.devices.drivers.dynamixel.ServoSpec;
import org.telescribe.devices.drivers.link.PortNotOpened;
import org.telescribe.devices.drivers.link.PosixLink;
import org.telescribe.devices.emulator.motion.MotionSource;
import org.telescribe.devices.posix.SystemCallRefused;

/// An emulated bus and the real driver on it.
final class Bench implements AutoCloseable {
    static final int JOINTS = 7;

    final SystemSessionClock clock = new SystemSessionClock();
    final ArmLayout layout = new ArmLayout(
            Stream.of("waist", "shoulder", "elbow", "forearm_roll", "wrist_angle", "wrist_rotate", "gripper")
                    .map(name -> new ArmJoint(name, new JointLimit(-3, 3, 4, 40)))
                    .toList());
    final List<Throwable> failures = new ArrayList<>();
    final EmulatedBus bus;
    final ByteLink link;
    final long originNanos = clock.nanoTime();

    private final int bitsPerSecond;

    private Bench(boolean leader, MotionSource motion, ChainSettings settings) throws SystemCallRefused, PortNotOpened {
        this.bitsPerSecond = settings.bitsPerSecond();
        List<EmulatedServoSpec> servos = IntStream.rangeClosed(1, JOINTS)
                .mapToObj(EmulatedServoSpec::xm430)
                .toList();
        this.bus = leader
                ? EmulatedBus.leader("test-leader", clock, servos, motion, originNanos, settings, failures::add)
                : EmulatedBus.follower("test-follower", clock, servos, new double[JOINTS], settings, failures::add);
        this.link = PosixLink.open(bus.clientPath().toString(), bitsPerSecond, clock);
    }

    static Bench leader(MotionSource motion) throws SystemCallRefused, PortNotOpened {
        return new Bench(true, motion, ChainSettings.FAST);
    }

    static Bench follower() throws SystemCallRefused, PortNotOpened {
        return follower(ChainSettings.FAST);
    }

    static Bench follower(ChainSettings settings) throws SystemCallRefused, PortNotOpened {
        return new Bench(false, new Swing(), settings);
    }

    DynamixelBus setUp() {
        return new DynamixelBus(link, clock, bitsPerSecond, 200_000_000L);
    }

    DynamixelLeaderArm leaderArm(BusSettings settings) {
        return new DynamixelLeaderArm(link, clock, layout, ServoSpec.inOrder(layout, ServoModel.XM430_W350), settings);
    }

    DynamixelFollowerArm followerArm(BusSettings settings) {
        return new DynamixelFollowerArm(
                link, clock, layout, ServoSpec.inOrder(layout, ServoModel.XM430_W350), settings);
    }

    @Override
    public void close() {
        link.close();
        bus.close();
        if (!failures.isEmpty()) {
            throw new AssertionError("the chain's thread failed", failures.getFirst());
        }
    }

    /// A slow swing of all joints.
    static final class Swing implements MotionSource {
        @Override
        public double positionRad(int joint, long timeNanos) {
            return 0.5 * Math.sin(2 * Math.PI * timeNanos / durationNanos() + joint);
        }

        @Override
        public long durationNanos() {
            return 4_000_000_000L;
        }
    }
}

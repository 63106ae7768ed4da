package org.telescribe.teleop.control.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.handover.LatestValue;
import org.telescribe.devices.core.handover.SpscRing;
import org.telescribe.devices.core.joint.ArmJoint;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.ArmReadingLayout;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.joint.JointLimit;
import org.telescribe.devices.core.port.BusOutcome;
import org.telescribe.devices.core.time.SteppedClock;
import org.telescribe.teleop.control.message.ControlCommand;
import org.telescribe.teleop.control.message.ControlSnapshot;
import org.telescribe.teleop.control.message.ControlState;
import org.telescribe.teleop.control.message.HoldCause;
import org.telescribe.teleop.control.safety.SafetyGate;
import org.telescribe.teleop.control.safety.SafetySettings;

class ControlLoopTest {
    private static final long PERIOD_NANOS = 5_000_000L;
    private static final JointLimit LIMIT = new JointLimit(-2, 2, 4, 200);
    private static final ArmLayout LEADER = layout("elbow", "waist");
    private static final ArmLayout FOLLOWER = layout("waist", "elbow");

    private final SteppedClock clock = new SteppedClock(0);
    private final CommandMailbox mailbox = new CommandMailbox();
    private final TickLayout layout = new TickLayout(2, 2);
    private final SpscRing ticks = new SpscRing(1024, layout.size());
    private final LatestValue newest = new LatestValue(layout.size());
    private final FakeSide left = new FakeSide();
    private final FakeSide right = new FakeSide();
    private ControlLoop loop;

    private static ArmLayout layout(String... names) {
        return new ArmLayout(
                List.of(names).stream().map(name -> new ArmJoint(name, LIMIT)).toList());
    }

    /// Publishes what the bus threads of one side would.
    private static final class FakeSide {
        final LatestValue leaderReadings = new LatestValue(new ArmReadingLayout(2).size());
        final LatestValue followerReadings = new LatestValue(FollowerBusAgent.readingSize(2));
        final LatestValue commands = new LatestValue(new CommandLayout(2).size());
        final Lanes command = new Lanes(new CommandLayout(2).size());
        double leaderElbowRad;
        double followerElbowRad;
        boolean leaderAnswers = true;
        boolean followerAnswers = true;
        BusOutcome followerOutcome = BusOutcome.OK;

        void publish(long nowNanos) {
            ArmReadingLayout reading = new ArmReadingLayout(2);
            if (leaderAnswers) {
                Lanes lanes = new Lanes(reading.size());
                lanes.setLong(ArmReadingLayout.ARRIVAL_NANOS, nowNanos - 400_000);
                lanes.setDouble(reading.position(0), leaderElbowRad);
                leaderReadings.publish(lanes);
            }
            if (followerAnswers) {
                Lanes lanes = new Lanes(FollowerBusAgent.readingSize(2));
                lanes.setLong(ArmReadingLayout.ARRIVAL_NANOS, nowNanos - 2_000_000);
                lanes.setLong(ArmReadingLayout.OUTCOME, followerOutcome.ordinal());
                lanes.setDouble(reading.position(1), followerElbowRad);
                followerReadings.publish(lanes);
            }
        }

        double sentElbowRad() {
            commands.read(command);
            return command.getDouble(new CommandLayout(2).goalRad(1));
        }

        boolean torque() {
            commands.read(command);
            return command.getLong(CommandLayout.TORQUE) == 1;
        }
    }

    private static final class NoRealTime implements ThreadScheduling {
        @Override
        public boolean realTime(int priority) {
            return false;
        }

        @Override
        public void background(int niceness) {}
    }

    @BeforeEach
    void start() throws StationRefused {
        loop = new ControlLoop(
                clock,
                new LoopTiming(PERIOD_NANOS, PERIOD_NANOS, 450_000, 1_500_000),
                SafetySettings.TABLE_TOP,
                new NoRealTime(),
                new RealTimeReport(),
                mailbox,
                side(ArmSide.LEFT, left),
                side(ArmSide.RIGHT, right),
                layout,
                ticks,
                newest);
        loop.onStart();
    }

    private static SideState side(ArmSide side, FakeSide fake) throws StationRefused {
        return new SideState(
                side,
                new ChannelMap(side, LEADER, FOLLOWER),
                new SafetyGate(FOLLOWER, SafetySettings.TABLE_TOP),
                2,
                2,
                fake.leaderReadings,
                fake.followerReadings,
                fake.commands);
    }

    private void run(int count) {
        for (int i = 0; i < count; i++) {
            clock.advance(PERIOD_NANOS);
            left.publish(clock.nanoTime());
            right.publish(clock.nanoTime());
            loop.doWork(clock.nanoTime());
            left.followerElbowRad = followed(left);
            right.followerElbowRad = followed(right);
        }
    }

    private double followed(FakeSide side) {
        return snapshot().state() == ControlState.IDLE ? side.followerElbowRad : side.sentElbowRad();
    }

    private ControlSnapshot snapshot() {
        Lanes tick = new Lanes(layout.size());
        newest.read(tick);
        return new SnapshotReader(layout, FOLLOWER, FOLLOWER).read(tick);
    }

    private void follow() {
        run(2);
        mailbox.send(new ControlCommand.Arm());
        run(2);
        mailbox.send(new ControlCommand.Follow());
        run(300);
        assertEquals(ControlState.FOLLOWING, snapshot().state());
    }

    @Test
    void armsStayLimpUntilAskedToArm() {
        run(10);
        assertEquals(ControlState.IDLE, snapshot().state());
        assertTrue(!left.torque() && !right.torque());
    }

    @Test
    void armingHoldsTheFollowersWhereTheyStand() {
        left.followerElbowRad = 0.7;
        run(2);
        mailbox.send(new ControlCommand.Arm());
        run(5);
        assertEquals(ControlState.ARMED, snapshot().state());
        assertEquals(0.7, left.sentElbowRad(), 1e-12);
    }

    @Test
    void followingIsRefusedWhileAnArmIsNotAligned() {
        left.leaderElbowRad = 0.5;
        run(2);
        mailbox.send(new ControlCommand.Arm());
        run(2);
        mailbox.send(new ControlCommand.Follow());
        run(5);
        assertEquals(ControlState.ARMED, snapshot().state());
        assertEquals("elbow", snapshot().left().worstJoint());
        assertEquals(0.5, snapshot().left().worstOffRad(), 1e-12);
        assertTrue(snapshot().right().aligned());
    }

    @Test
    void startOfFollowingMovesNoJointFasterThanTheRamp() {
        left.leaderElbowRad = 0.3;
        run(2);
        mailbox.send(new ControlCommand.Arm());
        run(2);
        mailbox.send(new ControlCommand.Follow());
        double before = 0;
        double fastestStepRad = 0;
        for (int i = 0; i < 20; i++) {
            run(1);
            fastestStepRad = Math.max(fastestStepRad, Math.abs(left.sentElbowRad() - before));
            before = left.sentElbowRad();
        }
        assertTrue(fastestStepRad > 0, "nothing moved");
        assertTrue(fastestStepRad <= 0.6 * 1.25 * 0.005, "step of " + fastestStepRad);
        run(300);
        assertEquals(ControlState.FOLLOWING, snapshot().state());
        assertEquals(0.3, left.sentElbowRad(), 1e-9);
    }

    @Test
    void jointsAreMappedByNameNotByNumber() {
        left.leaderElbowRad = 0.2;
        follow();
        Lanes command = new Lanes(new CommandLayout(2).size());
        left.commands.read(command);
        assertEquals(0.0, command.getDouble(new CommandLayout(2).goalRad(0)), 1e-12);
        assertEquals(0.2, command.getDouble(new CommandLayout(2).goalRad(1)), 1e-9);
    }

    @Test
    void missingLeaderJointIsRefusedByName() {
        StationRefused refused = assertThrows(
                StationRefused.class, () -> new ChannelMap(ArmSide.LEFT, layout("waist"), layout("waist", "elbow")));
        assertTrue(String.valueOf(refused.getMessage()).contains("elbow"), refused::getMessage);
    }

    @Test
    void heldWhenALeaderIsSilent() {
        follow();
        left.leaderAnswers = false;
        run(20);
        assertEquals(ControlState.HOLD, snapshot().state());
        assertEquals(HoldCause.LEADER_SILENT, snapshot().holdCause());
        assertEquals("left leader", snapshot().holdArm());
        assertTrue(left.torque() && right.torque(), "HOLD keeps the torque");
    }

    @Test
    void heldWhenAFollowerIsUnplugged() {
        follow();
        right.followerOutcome = BusOutcome.LINK_LOST;
        run(1);
        assertEquals(HoldCause.LINK_LOST, snapshot().holdCause());
        assertEquals("right follower", snapshot().holdArm());
    }

    @Test
    void heldWhenAServoRaisesItsAlert() {
        follow();
        left.followerOutcome = BusOutcome.ALERT;
        run(1);
        assertEquals(HoldCause.SERVO_ALERT, snapshot().holdCause());
    }

    @Test
    void heldWhenTheLoopWasLateForTooLong() {
        follow();
        clock.advance(150_000_000L);
        run(2);
        assertEquals(ControlState.HOLD, snapshot().state());
        assertTrue(snapshot().ticksSkipped() >= 28, "skipped " + snapshot().ticksSkipped());
    }

    @Test
    void stallOfTheWholeProcessIsNotBlamedOnTheBuses() {
        follow();
        clock.advance(70_000_000L);
        loop.doWork(clock.nanoTime());
        assertEquals(ControlState.FOLLOWING, snapshot().state());
        run(10);
        assertEquals(ControlState.FOLLOWING, snapshot().state());
    }

    @Test
    void busThatStaysSilentAfterAStallIsBlamed() {
        follow();
        left.leaderAnswers = false;
        clock.advance(70_000_000L);
        loop.doWork(clock.nanoTime());
        run(10);
        assertEquals(HoldCause.LEADER_SILENT, snapshot().holdCause());
    }

    @Test
    void oneLostReplyDoesNotStopTheArms() {
        follow();
        left.leaderAnswers = false;
        run(1);
        left.leaderAnswers = true;
        run(5);
        assertEquals(ControlState.FOLLOWING, snapshot().state());
    }

    @Test
    void holdStopsWithinTheAccelerationLimitAndIgnoresTheLeader() {
        follow();
        for (int i = 0; i < 40; i++) {
            left.leaderElbowRad += 0.01;
            run(1);
        }
        mailbox.send(new ControlCommand.Hold(HoldCause.OPERATOR));
        double before = left.sentElbowRad();
        run(1);
        double firstStep = left.sentElbowRad() - before;
        assertEquals(0.01 - 200 * 0.005 * 0.005, firstStep, 1e-9);
        run(20);
        double stopped = left.sentElbowRad();
        left.leaderElbowRad += 0.5;
        run(20);
        assertEquals(stopped, left.sentElbowRad(), 0);
    }

    @Test
    void onlyAPersonLeavesHoldAndTheGateComesNext() {
        follow();
        mailbox.send(new ControlCommand.Hold(HoldCause.OPERATOR));
        run(1);
        mailbox.send(new ControlCommand.Follow());
        mailbox.send(new ControlCommand.Arm());
        run(2);
        assertEquals(ControlState.HOLD, snapshot().state());
        mailbox.send(new ControlCommand.LeaveHold());
        run(1);
        assertEquals(ControlState.ARMED, snapshot().state());
        assertEquals(HoldCause.NONE, snapshot().holdCause());
    }

    @Test
    void holdIsNotLostWhenTheMailboxIsFull() {
        follow();
        for (int i = 0; i < 100; i++) {
            mailbox.send(new ControlCommand.StopFollowing());
        }
        mailbox.send(new ControlCommand.Hold(HoldCause.OPERATOR));
        run(1);
        assertEquals(ControlState.HOLD, snapshot().state());
    }

    @Test
    void torqueIsNotReleasedWhileFollowing() {
        follow();
        mailbox.send(new ControlCommand.ReleaseTorque());
        run(1);
        assertTrue(left.torque());
        mailbox.send(new ControlCommand.StopFollowing());
        mailbox.send(new ControlCommand.ReleaseTorque());
        run(1);
        assertEquals(ControlState.IDLE, snapshot().state());
        assertTrue(!left.torque());
    }

    @Test
    void blockedFollowerPutsTheArmsInHold() {
        follow();
        left.leaderElbowRad = 1.5;
        for (int i = 0; i < 200 && snapshot().state() == ControlState.FOLLOWING; i++) {
            clock.advance(PERIOD_NANOS);
            left.publish(clock.nanoTime());
            right.publish(clock.nanoTime());
            loop.doWork(clock.nanoTime());
        }
        assertEquals(HoldCause.FOLLOWER_BLOCKED, snapshot().holdCause());
        assertEquals("left follower", snapshot().holdArm());
    }

    @Test
    void everyTickReachesTheRecorder() {
        run(100);
        Lanes tick = new Lanes(layout.size());
        for (long expected = 0; expected < 100; expected++) {
            assertTrue(ticks.poll(tick));
            assertEquals(expected, tick.getLong(TickLayout.TICK));
        }
        assertTrue(!ticks.poll(tick));
    }
}

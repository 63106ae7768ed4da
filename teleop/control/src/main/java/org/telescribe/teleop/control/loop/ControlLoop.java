package org.telescribe.teleop.control.loop;

import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.handover.LatestValue;
import org.telescribe.devices.core.handover.SpscRing;
import org.telescribe.devices.core.port.BusOutcome;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.control.loop.TickLayout.Bus;
import org.telescribe.teleop.control.message.ControlState;
import org.telescribe.teleop.control.message.HoldCause;
import org.telescribe.teleop.control.safety.SafetySettings;

/// The control loop: at every deadline it takes the newest readings, decides, and sends one command to
/// each follower. Late, lost or bad readings are values that lead to HOLD; it never allocates, logs,
/// locks, throws or blocks.
final class ControlLoop implements Agent {
    private static final long STALL_NANOS = 10_000_000L;
    private static final long STALL_GRACE_NANOS = 30_000_000L;

    private final SessionClock clock;
    private final LoopTiming timing;
    private final SafetySettings settings;
    private final ThreadScheduling scheduling;
    private final RealTimeReport realTime;
    private final CommandMailbox mailbox;
    private final SideState left;
    private final SideState right;
    private final TickLayout layout;

    /// Every tick, for the recorder.
    private final SpscRing ticks;

    /// Newest tick, for everybody else.
    private final LatestValue newest;

    private final Lanes tickLanes;
    private final double stepSeconds;
    private ControlState state = ControlState.IDLE;
    private HoldCause holdCause = HoldCause.NONE;
    private long holdBus = -1;
    private long tick = -1;
    private long skipped;
    private long graceUntilNanos = Long.MIN_VALUE;

    ControlLoop(
            SessionClock clock,
            LoopTiming timing,
            SafetySettings settings,
            ThreadScheduling scheduling,
            RealTimeReport realTime,
            CommandMailbox mailbox,
            SideState left,
            SideState right,
            TickLayout layout,
            SpscRing ticks,
            LatestValue newest) {
        this.clock = clock;
        this.timing = timing;
        this.settings = settings;
        this.scheduling = scheduling;
        this.realTime = realTime;
        this.mailbox = mailbox;
        this.left = left;
        this.right = right;
        this.layout = layout;
        this.ticks = ticks;
        this.newest = newest;
        this.tickLanes = new Lanes(layout.size());
        this.stepSeconds = timing.periodNanos() * 1e-9;
    }

    @Override
    public String roleName() {
        return "control";
    }

    @Override
    public void onStart() {
        realTime.report(
                roleName(),
                scheduling.shareOfEachPeriod(
                        LoopPriorities.CONTROL_SHARE_NANOS, timing.periodNanos(), LoopPriorities.CONTROL));
    }

    @Override
    public long doWork(long nowNanos) {
        if (tick < 0) {
            tick = timing.firstTickNotBefore(nowNanos);
        }
        long deadlineNanos = timing.deadlineNanos(tick);
        if (nowNanos < deadlineNanos) {
            return deadlineNanos;
        }
        left.takeReadings();
        right.takeReadings();
        obeyCommands();
        watch(nowNanos, deadlineNanos);
        left.step(state, stepSeconds);
        right.step(state, stepSeconds);
        if (state == ControlState.RAMP && left.gate().rampDone() && right.gate().rampDone()) {
            state = ControlState.FOLLOWING;
        }
        boolean torque = state != ControlState.IDLE;
        left.sendCommand(tick, torque, torque);
        right.sendCommand(tick, torque, torque);
        publish(deadlineNanos, nowNanos);
        return advance();
    }

    private long advance() {
        long next = Math.max(tick + 1, timing.firstTickNotBefore(clock.nanoTime() - timing.periodNanos()));
        skipped += next - tick - 1;
        tick = next;
        return timing.deadlineNanos(tick);
    }

    private void obeyCommands() {
        int command = mailbox.next();
        while (command != 0) {
            switch (command) {
                case CommandMailbox.ARM -> {
                    if (state == ControlState.IDLE && left.ready() && right.ready()) {
                        arm();
                    }
                }
                case CommandMailbox.FOLLOW -> follow();
                case CommandMailbox.STOP_FOLLOWING -> {
                    if (state.moves()) {
                        state = ControlState.ARMED;
                    }
                }
                case CommandMailbox.HOLD -> hold(mailbox.cause(), -1);
                case CommandMailbox.LEAVE_HOLD -> {
                    if (state == ControlState.HOLD && healthy()) {
                        arm();
                    }
                }
                case CommandMailbox.RELEASE_TORQUE -> {
                    if (!state.moves()) {
                        clearHold();
                        state = ControlState.IDLE;
                    }
                }
                default -> {
                    // codes come from the mailbox alone
                }
            }
            command = mailbox.next();
        }
    }

    private void arm() {
        clearHold();
        left.standWhereMeasured();
        right.standWhereMeasured();
        state = ControlState.ARMED;
    }

    private void follow() {
        if (state == ControlState.ARMED && left.gate().aligned() && right.gate().aligned()) {
            left.gate().beginRamp();
            right.gate().beginRamp();
            state = ControlState.RAMP;
        }
    }

    private void clearHold() {
        holdCause = HoldCause.NONE;
        holdBus = -1;
    }

    private void hold(HoldCause cause, long bus) {
        if (state != ControlState.IDLE && state != ControlState.HOLD) {
            state = ControlState.HOLD;
            holdCause = cause;
            holdBus = bus;
        }
    }

    private boolean healthy() {
        return healthy(left.leaderOutcome())
                && healthy(left.followerOutcome())
                && healthy(right.leaderOutcome())
                && healthy(right.followerOutcome());
    }

    private static boolean healthy(BusOutcome outcome) {
        return outcome != BusOutcome.LINK_LOST && outcome != BusOutcome.ALERT;
    }

    /// While torque is on, any fault leads to HOLD. After a stall of the whole process the buses get a
    /// few ticks to answer again: their silence was not theirs.
    private void watch(long nowNanos, long deadlineNanos) {
        if (nowNanos - deadlineNanos > STALL_NANOS) {
            graceUntilNanos = nowNanos + STALL_GRACE_NANOS;
        }
        if (state == ControlState.IDLE || state == ControlState.HOLD) {
            return;
        }
        watchBus(Bus.LEFT_LEADER, left.leaderOutcome(), left.leaderArrivalNanos(), nowNanos, deadlineNanos);
        watchBus(Bus.LEFT_FOLLOWER, left.followerOutcome(), left.followerArrivalNanos(), nowNanos, deadlineNanos);
        watchBus(Bus.RIGHT_LEADER, right.leaderOutcome(), right.leaderArrivalNanos(), nowNanos, deadlineNanos);
        watchBus(Bus.RIGHT_FOLLOWER, right.followerOutcome(), right.followerArrivalNanos(), nowNanos, deadlineNanos);
        if (left.blocked(nowNanos)) {
            hold(HoldCause.FOLLOWER_BLOCKED, Bus.LEFT_FOLLOWER.ordinal());
        }
        if (right.blocked(nowNanos)) {
            hold(HoldCause.FOLLOWER_BLOCKED, Bus.RIGHT_FOLLOWER.ordinal());
        }
        if (state.moves() && nowNanos - deadlineNanos > settings.maxLateNanos()) {
            hold(HoldCause.LOOP_LATE, -1);
        }
    }

    private void watchBus(Bus bus, BusOutcome outcome, long arrivalNanos, long nowNanos, long deadlineNanos) {
        if (outcome == BusOutcome.LINK_LOST) {
            hold(HoldCause.LINK_LOST, bus.ordinal());
        } else if (outcome == BusOutcome.ALERT) {
            hold(HoldCause.SERVO_ALERT, bus.ordinal());
        } else if (nowNanos >= graceUntilNanos && deadlineNanos - arrivalNanos > settings.maxReadingAgeNanos()) {
            boolean leader = bus == Bus.LEFT_LEADER || bus == Bus.RIGHT_LEADER;
            hold(leader ? HoldCause.LEADER_SILENT : HoldCause.FOLLOWER_SILENT, bus.ordinal());
        }
    }

    private void publish(long deadlineNanos, long wokeNanos) {
        tickLanes.setLong(TickLayout.TICK, tick);
        tickLanes.setLong(TickLayout.DEADLINE_NANOS, deadlineNanos);
        tickLanes.setLong(TickLayout.WOKE_NANOS, wokeNanos);
        tickLanes.setLong(TickLayout.STATE, state.ordinal());
        tickLanes.setLong(TickLayout.HOLD_CAUSE, holdCause.ordinal());
        tickLanes.setLong(TickLayout.HOLD_BUS, holdBus);
        tickLanes.setLong(TickLayout.SKIPPED, skipped);
        left.describe(layout, tickLanes);
        right.describe(layout, tickLanes);
        tickLanes.setLong(TickLayout.DONE_NANOS, clock.nanoTime());
        newest.publish(tickLanes);
        ticks.offer(tickLanes);
    }
}

package org.telescribe.teleop.control.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.agent.AgentRunner;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.handover.LatestValue;
import org.telescribe.devices.core.handover.SpscRing;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.ArmReadingLayout;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.port.FollowerArm;
import org.telescribe.devices.core.port.LeaderArm;
import org.telescribe.devices.core.time.DeadlineWait;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.control.loop.TickLayout.Bus;
import org.telescribe.teleop.control.message.ControlCommand;
import org.telescribe.teleop.control.message.ControlPort;
import org.telescribe.teleop.control.message.ControlSnapshot;
import org.telescribe.teleop.control.message.HoldCause;
import org.telescribe.teleop.control.safety.SafetyGate;
import org.telescribe.teleop.control.safety.SafetySettings;

/// A station that runs: four bus threads and the control thread, their hand-overs, and the port to talk
/// to them. Closing it ends the threads, then the buses; servos keep their torque and their last goal.
public final class RunningLoop implements ControlPort, AutoCloseable {
    private static final int TICK_CAPACITY = 4096;

    private final TickLayout tickLayout;
    private final CommandMailbox mailbox = new CommandMailbox();
    private final SpscRing ticks;
    private final LatestValue newest;
    private final SnapshotReader snapshots;
    private final RealTimeReport realTime = new RealTimeReport();
    private final List<AgentRunner> runners = new ArrayList<>();
    private final SessionClock clock;
    private final LoopTiming timing;
    private final ThreadScheduling scheduling;
    private final Supplier<DeadlineWait> waits;
    private final BiConsumer<String, Throwable> onFailure;

    /// Starts the threads.
    ///
    /// @param arms open arms; this loop closes them
    /// @param timing the schedule
    /// @param settings limits of the safety gate
    /// @param clock session clock
    /// @param waits makes each loop thread its own way of waiting; a wait is not shared between threads
    /// @param scheduling asks the system for real time
    /// @param onFailure told of a thread that failed, with its name
    /// @throws StationRefused when leaders and followers do not go together
    public RunningLoop(
            StationArms arms,
            LoopTiming timing,
            SafetySettings settings,
            SessionClock clock,
            Supplier<DeadlineWait> waits,
            ThreadScheduling scheduling,
            BiConsumer<String, Throwable> onFailure)
            throws StationRefused {
        this.clock = clock;
        this.timing = timing;
        this.scheduling = scheduling;
        this.waits = waits;
        this.onFailure = onFailure;
        ArmLayout leftLayout = arms.leftFollower().layout();
        ArmLayout rightLayout = arms.rightFollower().layout();
        this.tickLayout = new TickLayout(leftLayout.size(), rightLayout.size());
        this.ticks = new SpscRing(TICK_CAPACITY, tickLayout.size());
        this.newest = new LatestValue(tickLayout.size());
        this.snapshots = new SnapshotReader(tickLayout, leftLayout, rightLayout);
        SideState left = side(ArmSide.LEFT, arms.leftLeader(), arms.leftFollower(), settings);
        SideState right = side(ArmSide.RIGHT, arms.rightLeader(), arms.rightFollower(), settings);
        run(new ControlLoop(
                clock, timing, settings, scheduling, realTime, mailbox, left, right, tickLayout, ticks, newest));
        runners.forEach(AgentRunner::start);
    }

    private SideState side(ArmSide side, LeaderArm leader, FollowerArm follower, SafetySettings settings)
            throws StationRefused {
        ChannelMap channels = new ChannelMap(side, leader.layout(), follower.layout());
        int leaderJoints = leader.layout().size();
        int followerJoints = follower.layout().size();
        LatestValue leaderReadings = new LatestValue(new ArmReadingLayout(leaderJoints).size());
        LatestValue followerReadings = new LatestValue(FollowerBusAgent.readingSize(followerJoints));
        LatestValue commands = new LatestValue(new CommandLayout(followerJoints).size());
        run(new LeaderBusAgent("bus " + Bus.leader(side).word(), leader, timing, scheduling, realTime, leaderReadings));
        run(new FollowerBusAgent(
                "bus " + Bus.follower(side).word(),
                follower,
                timing,
                clock,
                scheduling,
                realTime,
                commands,
                followerReadings));
        return new SideState(
                side,
                channels,
                new SafetyGate(follower.layout(), settings),
                leaderJoints,
                followerJoints,
                leaderReadings,
                followerReadings,
                commands);
    }

    private void run(Agent agent) {
        Consumer<Throwable> failed = failure -> {
            onFailure.accept(agent.roleName(), failure);
            mailbox.send(new ControlCommand.Hold(HoldCause.PROGRAM_FAILED));
        };
        runners.add(new AgentRunner(agent, clock, waits.get(), failed));
    }

    @Override
    public void send(ControlCommand command) {
        mailbox.send(command);
    }

    @Override
    public ControlSnapshot snapshot() {
        if (newest.version() == 0) {
            return snapshots.beforeFirstTick();
        }
        Lanes tick = new Lanes(tickLayout.size());
        newest.read(tick);
        return snapshots.read(tick);
    }

    /// {@return lanes of a tick}
    public TickLayout tickLayout() {
        return tickLayout;
    }

    /// {@return every tick, for one consumer: the recorder}
    public SpscRing ticks() {
        return ticks;
    }

    /// {@return newest tick, for any reader}
    public LatestValue newestTick() {
        return newest;
    }

    /// {@return which threads were granted real time}
    public RealTimeReport realTime() {
        return realTime;
    }

    /// {@return identifiers of the loop's threads, for the allocation counter}
    public List<Long> threadIds() {
        return runners.stream().map(AgentRunner::threadId).toList();
    }

    @Override
    public void close() {
        for (int i = runners.size() - 1; i >= 0; i--) {
            runners.get(i).close();
        }
    }
}

package org.telescribe.policyruntime.rollouts.live;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.handover.LatestValue;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.policyruntime.inference.check.CheckedBundle;
import org.telescribe.policyruntime.inference.execution.ChunkPlan;
import org.telescribe.policyruntime.inference.execution.ChunkStep;
import org.telescribe.policyruntime.inference.execution.ChunkTiming;
import org.telescribe.policyruntime.inference.observation.Observation;
import org.telescribe.policyruntime.inference.session.ActionChunk;
import org.telescribe.policyruntime.inference.session.PolicySession;
import org.telescribe.teleop.control.loop.RunningLoop;
import org.telescribe.teleop.control.loop.TickLayout;
import org.telescribe.teleop.control.message.ControlCommand;
import org.telescribe.teleop.control.message.ControlPort;
import org.telescribe.teleop.control.message.ControlState;
import org.telescribe.teleop.control.message.HoldCause;

/// Moves a pair of [PolicyLeader]s as the policy says: at each tick of the policy's rate the action
/// that is due becomes their wish. While the arms do not follow, the leaders stand where the
/// followers are, so that nothing moves until it does. A chunk that is too late, one that cannot be
/// used, and a first action more than [#FIRST_ACTION_RAD] away put the arms in HOLD.
public final class PolicyHands implements Agent {
    /// How far the first action of a run may be from where a joint is, radians.
    public static final double FIRST_ACTION_RAD = 0.35;

    private static final int PRIORITY = 25;
    private static final int GRACE_TICKS = 25;
    private static final int LEAD_TICKS = 3;

    private final CheckedBundle bundle;
    private final PolicySession session;
    private final PolicyEyes eyes;
    private final SessionClock clock;
    private final ControlPort control;

    /// Newest tick of the control loop.
    private final LatestValue newest;

    private final TickLayout tickLayout;
    private final ThreadScheduling scheduling;
    private final PolicyLeader left;
    private final PolicyLeader right;
    private final Lanes tickLanes;
    private final Lanes leftWish;
    private final Lanes rightWish;
    private final ChunkPlan plan;
    private final long periodNanos;
    private final int[] stateOnStation;
    private final int[] actionsOnStation;
    private final double[] measuredRad;
    private final double[] wishRad;
    private final double[] action;
    private volatile String instruction = "";
    private volatile boolean instructed;
    private final AtomicLong skipped = new AtomicLong();
    private final Lateness lateness;
    private long tick;
    private long dueNanos = Long.MIN_VALUE;
    private final double[] observedState;
    private long observedTick;
    private long observedNanos;
    private boolean looking;
    private boolean acting;
    private boolean begins;
    private final AtomicLong chunks = new AtomicLong();
    private final AtomicLong standing = new AtomicLong();
    private final AtomicLong acted = new AtomicLong();

    /// Told how late each tick of the policy's rate came.
    @FunctionalInterface
    public interface Lateness {
        /// Called on the thread of the hands.
        ///
        /// @param lateNanos nanoseconds after the tick was due
        void saw(long lateNanos);
    }

    /// Hands that do nothing until they are told what to do and the arms follow.
    ///
    /// @param session the policy, with a thread of its own
    /// @param eyes gives it pictures
    /// @param clock the session clock
    /// @param loop the running control loop whose leaders these are
    /// @param left the left leader
    /// @param right the right leader
    /// @param scheduling asks the system for real time
    /// @param lateness told of each tick how late it came
    public PolicyHands(
            PolicySession session,
            PolicyEyes eyes,
            SessionClock clock,
            RunningLoop loop,
            PolicyLeader left,
            PolicyLeader right,
            ThreadScheduling scheduling,
            Lateness lateness) {
        this.lateness = lateness;
        this.scheduling = scheduling;
        this.session = session;
        this.bundle = session.bundle();
        this.eyes = eyes;
        this.clock = clock;
        this.control = loop;
        this.newest = loop.newestTick();
        this.tickLayout = loop.tickLayout();
        this.left = left;
        this.right = right;
        this.tickLanes = new Lanes(tickLayout.size());
        this.leftWish = new Lanes(new WishLayout(left.layout().size()).size());
        this.rightWish = new Lanes(new WishLayout(right.layout().size()).size());
        this.periodNanos = Math.round(1e9 / bundle.manifest().controlHz());
        int executed = bundle.manifest().chunk().executed();
        int size = bundle.manifest().chunk().size();
        int lead = Math.max(0, Math.min(LEAD_TICKS, Math.min(executed - 1, size - executed)));
        this.action = new double[bundle.manifest().actions().size()];
        this.plan = new ChunkPlan(new ChunkTiming(size, executed, lead, GRACE_TICKS), action.length);
        this.stateOnStation = bundle.stateOnStation();
        this.actionsOnStation = bundle.actionsOnStation();
        this.observedState = new double[stateOnStation.length];
        this.measuredRad = new double[tickLayout.joints()];
        this.wishRad = new double[tickLayout.joints()];
    }

    /// Says what the policy is to do, from its next observation on. Any thread.
    ///
    /// @param sentence an instruction that the bundle's vocabulary knows; may be empty
    public void instruct(String sentence) {
        instruction = sentence;
        instructed = true;
    }

    /// {@return how many chunks were taken over so far; any thread}
    public long chunks() {
        return chunks.get();
    }

    /// {@return at how many ticks the last action stood because the next chunk was late; any thread}
    public long standingTicks() {
        return standing.get();
    }

    /// {@return how many ticks of the policy's rate were left out because the thread came too late;
    /// any thread}
    public long skippedTicks() {
        return skipped.get();
    }

    /// {@return at how many ticks an action was carried out; any thread}
    public long actedTicks() {
        return acted.get();
    }

    @Override
    public String roleName() {
        return "policy hands";
    }

    @Override
    public void onStart() {
        scheduling.realTime(PRIORITY);
    }

    @Override
    public long doWork(long nowNanos) {
        if (dueNanos == Long.MIN_VALUE) {
            dueNanos = nowNanos;
        }
        if (nowNanos < dueNanos) {
            return dueNanos;
        }
        if (newest.version() != 0) {
            newest.read(tickLanes);
            step();
        }
        long behind = Math.max(0, (nowNanos - dueNanos) / periodNanos);
        skipped.addAndGet(behind);
        lateness.saw(nowNanos - dueNanos);
        tick += behind + 1;
        dueNanos += (behind + 1) * periodNanos;
        return dueNanos;
    }

    private void step() {
        for (int joint = 0; joint < measuredRad.length; joint++) {
            measuredRad[joint] = tickLanes.getDouble(tickLayout.positionRad(joint));
        }
        ControlState state = ControlState.of(tickLanes.getLong(TickLayout.STATE));
        if (state != ControlState.FOLLOWING || !instructed) {
            stand();
            return;
        }
        if (!acting) {
            acting = true;
            begins = true;
            looking = false;
            plan.reset();
            session.reset();
            System.arraycopy(measuredRad, 0, wishRad, 0, wishRad.length);
        }
        observe();
        ActionChunk chunk = session.takeChunk();
        if (chunk != null) {
            if (!chunk.usable()) {
                control.send(new ControlCommand.Hold(HoldCause.POLICY_LATE));
                return;
            }
            plan.arrived(chunk.observationTick(), chunk.actions());
        }
        act(plan.due(action));
    }

    private void stand() {
        acting = false;
        if (Arrays.stream(measuredRad).allMatch(Double::isFinite)) {
            System.arraycopy(measuredRad, 0, wishRad, 0, wishRad.length);
            wish(wishRad, wishRad);
        }
    }

    /// The state is that of the moment when the eyes are opened; the pictures may need some ticks.
    private void observe() {
        if (plan.wantsObservation()) {
            for (int channel = 0; channel < stateOnStation.length; channel++) {
                observedState[channel] = measuredRad[stateOnStation[channel]];
            }
            observedTick = tick;
            observedNanos = tickLanes.getLong(TickLayout.DEADLINE_NANOS);
            eyes.open();
            plan.asked(tick);
            looking = true;
        }
        if (looking && eyes.seen()) {
            looking = false;
            Observation observation = session.observation();
            System.arraycopy(observedState, 0, observation.state(), 0, observedState.length);
            String asked = instruction;
            observation.instruct(
                    asked, bundle.vocabulary().map(words -> words.tokens(asked)).orElseGet(() -> new long[0]));
            observation.stamp(observedTick, observedNanos);
            eyes.copyTo(observation);
            session.submit();
        }
    }

    private void act(ChunkStep step) {
        switch (step) {
            case ACT -> {
                double[] before = wishRad.clone();
                for (int channel = 0; channel < action.length; channel++) {
                    wishRad[actionsOnStation[channel]] = action[channel];
                }
                if (begins && isFar()) {
                    control.send(new ControlCommand.Hold(HoldCause.POLICY_LATE));
                    return;
                }
                begins = false;
                wish(before, wishRad);
                acted.incrementAndGet();
            }
            case STAND, WAIT -> {
                wish(wishRad, wishRad);
                standing.incrementAndGet();
            }
            case HOLD -> control.send(new ControlCommand.Hold(HoldCause.POLICY_LATE));
        }
        chunks.set(plan.chunks());
    }

    private boolean isFar() {
        for (int joint = 0; joint < wishRad.length; joint++) {
            if (!(Math.abs(wishRad[joint] - measuredRad[joint]) <= FIRST_ACTION_RAD)) {
                return true;
            }
        }
        return false;
    }

    private void wish(double[] fromRad, double[] toRad) {
        long nowNanos = clock.nanoTime();
        publish(left, leftWish, 0, fromRad, toRad, nowNanos);
        publish(right, rightWish, left.layout().size(), fromRad, toRad, nowNanos);
    }

    private static void publish(
            PolicyLeader leader, Lanes wish, int first, double[] fromRad, double[] toRad, long nowNanos) {
        WishLayout layout = new WishLayout(leader.layout().size());
        wish.setLong(WishLayout.SINCE_NANOS, nowNanos);
        for (int joint = 0; joint < layout.joints(); joint++) {
            wish.setDouble(layout.fromRad(joint), fromRad[first + joint]);
            wish.setDouble(layout.toRad(joint), toRad[first + joint]);
        }
        leader.wishes().publish(wish);
    }
}

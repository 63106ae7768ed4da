package org.telescribe.policyruntime.rollouts.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.policyruntime.inference.bundle.CameraInput;
import org.telescribe.policyruntime.inference.check.CheckedBundle;
import org.telescribe.policyruntime.inference.execution.ChunkPlan;
import org.telescribe.policyruntime.inference.execution.ChunkStep;
import org.telescribe.policyruntime.inference.execution.ChunkTiming;
import org.telescribe.policyruntime.inference.graph.GraphFailedException;
import org.telescribe.policyruntime.inference.graph.LoadedGraph;
import org.telescribe.policyruntime.inference.observation.Observation;
import org.telescribe.policyruntime.inference.observation.PolicyCodec;
import org.telescribe.policyruntime.inference.session.PolicyInsight;
import org.telescribe.policyruntime.rollouts.live.PolicyHands;
import org.telescribe.policyruntime.rollouts.study.ChunkFacts;
import org.telescribe.policyruntime.rollouts.study.Trial;
import org.telescribe.teleop.control.message.ControlState;
import org.telescribe.teleop.control.safety.SafetyGate;
import org.telescribe.teleop.control.safety.SafetySettings;

/// Runs a policy in a world whose clock waits for it. Everything that stands between a policy and
/// servos on a station stands here too: start pose, chunk plan, wishes that go straight from one to
/// the next, and the safety gate at the control loop's rate. Belongs to one thread.
public final class RolloutRunner implements AutoCloseable {
    /// How often the safety gate looks, nanoseconds: the period of a station's control loop.
    private static final long GATE_NANOS = 5_000_000L;

    private final CheckedBundle bundle;
    private final LoadedGraph graph;
    private final PolicyCodec codec;
    private final Observation observation;
    private final SessionClock clock;
    private final SafetySettings settings;
    private final long periodNanos;
    private final int gateSteps;

    /// A rollout that was refused or stopped.
    public static final class NotRun extends Exception {
        private static final long serialVersionUID = 1;

        /// @param sentence why, for people
        NotRun(String sentence) {
            super(sentence);
        }
    }

    /// Loads the policy.
    ///
    /// @param bundle what passed its check for this world
    /// @param settings limits of the safety gate
    /// @param clock for how long chunks take to compute
    /// @throws GraphFailedException when the runtime refuses
    public RolloutRunner(CheckedBundle bundle, SafetySettings settings, SessionClock clock)
            throws GraphFailedException {
        this.bundle = bundle;
        this.graph = bundle.openGraph();
        this.codec = new PolicyCodec(bundle.manifest(), bundle.pictureSizes());
        this.observation = new Observation(bundle.manifest(), bundle.pictureSizes());
        this.clock = clock;
        this.settings = settings;
        this.periodNanos = Math.round(1e9 / bundle.manifest().controlHz());
        this.gateSteps = (int) Math.max(1, periodNanos / GATE_NANOS);
    }

    /// {@return a sentence that says what it is computed on}
    public String runsOn() {
        return graph.providerSentence();
    }

    /// Runs one rollout.
    ///
    /// @param world where
    /// @param seed the start
    /// @param policy place of the policy in the study's plan
    /// @param told what the policy is told; null for the task's own instruction
    /// @param mostTicks when it ends at the latest, ticks of the policy's rate
    /// @param watcher sees it
    /// @param stopped asked at each tick whether a person stopped it
    /// @return what happened
    /// @throws NotRun when it may not start there or was stopped
    /// @throws GraphFailedException when the graph cannot be computed
    public Trial run(
            RolloutWorld world,
            long seed,
            int policy,
            @Nullable String told,
            int mostTicks,
            RolloutWatcher watcher,
            BooleanSupplier stopped)
            throws NotRun, GraphFailedException {
        RolloutTask task = world.reset(seed);
        String instruction = told == null ? task.instruction() : told;
        Hands hands = new Hands(world, watcher, instruction);
        hands.startPose();
        watcher.begins(task);
        Standing standing = world.standing();
        long tick = 0;
        while (standing instanceof Standing.Running && tick < mostTicks) {
            if (stopped.getAsBoolean()) {
                throw new NotRun("Stopped at tick %d; this rollout does not count.".formatted(tick));
            }
            Optional<String> held = hands.tick(tick);
            standing = held.isPresent() ? new Standing.Failed(held.get()) : world.standing();
            tick++;
        }
        return new Trial(
                policy,
                seed,
                task.instruction(),
                task.factors(),
                standing instanceof Standing.Done,
                sentence(standing, tick),
                tick,
                hands.clipped,
                world.stateHash(),
                -1,
                hands.chunks);
    }

    private String sentence(Standing standing, long ticks) {
        return switch (standing) {
            case Standing.Done done -> done.sentence();
            case Standing.Failed failed -> failed.sentence();
            case Standing.Running _ -> "not done within %.1f s".formatted(ticks * periodNanos / 1e9);
        };
    }

    /// The arms during one rollout.
    private final class Hands {
        private final RolloutWorld world;
        private final RolloutWatcher watcher;
        private final String instruction;
        private final SafetyGate left;
        private final SafetyGate right;
        private final int leftJoints;
        private final double[] stateRad;
        private final double[] fromRad;
        private final double[] wishRad;
        private final double[] between;
        private final double[][] goalsRad;
        private final double[] action;
        private final double[] actions;
        private final ChunkPlan plan;
        private final int[] stateOnStation = bundle.stateOnStation();
        private final int[] actionsOnStation = bundle.actionsOnStation();
        private final List<ChunkFacts> chunks = new ArrayList<>();
        private long clipped;

        Hands(RolloutWorld world, RolloutWatcher watcher, String instruction) {
            this.world = world;
            this.watcher = watcher;
            this.instruction = instruction;
            this.left = new SafetyGate(world.layout(ArmSide.LEFT), settings);
            this.right = new SafetyGate(world.layout(ArmSide.RIGHT), settings);
            this.leftJoints = world.layout(ArmSide.LEFT).size();
            int joints = leftJoints + world.layout(ArmSide.RIGHT).size();
            this.stateRad = new double[joints];
            this.fromRad = new double[joints];
            this.wishRad = new double[joints];
            this.between = new double[joints];
            this.goalsRad = new double[gateSteps][joints];
            this.action = new double[actionsOnStation.length];
            int size = bundle.manifest().chunk().size();
            this.actions = new double[size * action.length];
            this.plan = new ChunkPlan(
                    new ChunkTiming(size, bundle.manifest().chunk().executed(), 0, 0), action.length);
        }

        void startPose() throws NotRun {
            world.readState(stateRad);
            double[] state = new double[stateOnStation.length];
            Arrays.setAll(state, channel -> stateRad[stateOnStation[channel]]);
            List<String> outside = bundle.outsideStartPose(state);
            if (!outside.isEmpty()) {
                throw new NotRun("The policy may not start here: %s".formatted(outside.getFirst()));
            }
            System.arraycopy(stateRad, 0, wishRad, 0, wishRad.length);
            left.standAt(side(stateRad, ArmSide.LEFT));
            right.standAt(side(stateRad, ArmSide.RIGHT));
        }

        /// @return why the arms hold instead of acting; empty when they acted
        Optional<String> tick(long tick) throws GraphFailedException {
            world.readState(stateRad);
            if (plan.wantsObservation() && !chunk(tick)) {
                return Optional.of("the policy gave a number that is none; the arms hold");
            }
            if (tick == 0 && chunks.getFirst().jumpRad() > PolicyHands.FIRST_ACTION_RAD) {
                return Optional.of("the first action is %.2f rad from where the arm is; the arms hold"
                        .formatted(chunks.getFirst().jumpRad()));
            }
            if (plan.due(action) != ChunkStep.ACT) {
                throw new IllegalStateException("a chunk that was just computed is not due");
            }
            System.arraycopy(wishRad, 0, fromRad, 0, fromRad.length);
            for (int channel = 0; channel < action.length; channel++) {
                wishRad[actionsOnStation[channel]] = action[channel];
            }
            for (int step = 0; step < gateSteps; step++) {
                double share = (step + 1.0) / gateSteps;
                Arrays.setAll(between, joint -> fromRad[joint] + share * (wishRad[joint] - fromRad[joint]));
                gate(left, ArmSide.LEFT, goalsRad[step]);
                gate(right, ArmSide.RIGHT, goalsRad[step]);
            }
            watcher.tick(tick, stateRad, wishRad, goalsRad[gateSteps - 1]);
            for (double[] goal : goalsRad) {
                world.act(goal, periodNanos / gateSteps);
            }
            return Optional.empty();
        }

        private void gate(SafetyGate gate, ArmSide side, double[] goals) {
            double[] goal = side(goals, side);
            gate.step(ControlState.FOLLOWING, side(between, side), periodNanos * 1e-9 / gateSteps, goal);
            clipped += gate.clippedJoints();
            System.arraycopy(goal, 0, goals, side == ArmSide.LEFT ? 0 : leftJoints, goal.length);
        }

        private double[] side(double[] both, ArmSide side) {
            return side == ArmSide.LEFT
                    ? Arrays.copyOfRange(both, 0, leftJoints)
                    : Arrays.copyOfRange(both, leftJoints, both.length);
        }

        /// @return whether all its numbers can be carried out
        private boolean chunk(long tick) throws GraphFailedException {
            Arrays.setAll(observation.state(), channel -> stateRad[stateOnStation[channel]]);
            List<CameraInput> cameras = bundle.manifest().cameras();
            for (int camera = 0; camera < cameras.size(); camera++) {
                world.look(cameras.get(camera).role(), observation.picture(camera));
            }
            observation.instruct(
                    instruction,
                    bundle.vocabulary().map(words -> words.tokens(instruction)).orElseGet(() -> new long[0]));
            observation.stamp(tick, tick * periodNanos);
            long begin = clock.nanoTime();
            codec.encode(observation, graph);
            graph.run();
            boolean usable = codec.decode(graph.actions(), observation.state(), actions);
            long nanos = clock.nanoTime() - begin;
            plan.asked(tick);
            plan.arrived(tick, actions);
            ChunkFacts facts = new ChunkFacts(tick, nanos, jumpRad());
            chunks.add(facts);
            watcher.chunk(facts, () -> {
                float[] raw = new float[actions.length];
                graph.actions().get(0, raw);
                return PolicyInsight.of(bundle.manifest(), observation, codec, raw, actions, nanos);
            });
            return usable;
        }

        private double jumpRad() {
            double worst = 0;
            for (int channel = 0; channel < action.length; channel++) {
                worst = Math.max(worst, Math.abs(actions[channel] - wishRad[actionsOnStation[channel]]));
            }
            return worst;
        }
    }

    /// Frees the policy.
    @Override
    public void close() {
        graph.close();
    }
}

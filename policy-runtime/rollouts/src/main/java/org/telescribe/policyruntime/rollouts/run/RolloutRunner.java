package org.telescribe.policyruntime.rollouts.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

/// Runs a policy on a bench whose clock waits for it. Everything that stands between a policy and
/// servos on
/// a station stands here too: start pose, chunk plan, wishes that go straight from one to the next, and
/// the safety gate at the control loop's rate. Belongs to one thread.
public final class RolloutRunner implements AutoCloseable {
    private static final int GATE_STEPS = 4;

    private final CheckedBundle bundle;
    private final LoadedGraph graph;
    private final PolicyCodec codec;
    private final Observation observation;
    private final SessionClock clock;
    private final SafetySettings settings;
    private final long periodNanos;

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
    /// @param bundle what passed its check on this bench
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
    }

    /// {@return a sentence that says what it is computed on}
    public String runsOn() {
        return graph.providerSentence();
    }

    /// Runs one rollout.
    ///
    /// @param bench where
    /// @param seed the start
    /// @param policy place of the policy in the study's plan
    /// @param told what the policy is told; null for the task's own instruction
    /// @param mostTicks when it ends at the latest, ticks of the policy's rate
    /// @param watcher sees it
    /// @param stopped asked at each tick whether a person stopped it
    /// @return what happened
    /// @throws NotRun when it may not start there, was stopped, or the policy gave no usable numbers
    /// @throws GraphFailedException when the graph cannot be computed
    public Trial run(
            RolloutBench bench,
            long seed,
            int policy,
            @Nullable String told,
            int mostTicks,
            RolloutWatcher watcher,
            BooleanSupplier stopped)
            throws NotRun, GraphFailedException {
        RolloutTask task = bench.reset(seed);
        String instruction = told == null ? task.instruction() : told;
        Hands hands = new Hands(bench, watcher, instruction);
        hands.startPose();
        watcher.begins(task);
        Standing standing = bench.standing();
        long tick = 0;
        while (standing instanceof Standing.Running && tick < mostTicks) {
            if (stopped.getAsBoolean()) {
                throw new NotRun("Stopped at tick %d; this rollout does not count.".formatted(tick));
            }
            standing = hands.tick(tick) ? bench.standing() : new Standing.Failed(hands.farSentence());
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
                bench.stateHash(),
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
        private final RolloutBench bench;
        private final RolloutWatcher watcher;
        private final String instruction;
        private final SafetyGate left;
        private final SafetyGate right;
        private final int leftJoints;
        private final double[] stateRad;
        private final double[] fromRad;
        private final double[] wishRad;
        private final double[] sentRad;
        private final double[] action;
        private final double[] actions;
        private final ChunkPlan plan;
        private final int[] stateOnStation = bundle.stateOnStation();
        private final int[] actionsOnStation = bundle.actionsOnStation();
        private final List<ChunkFacts> chunks = new ArrayList<>();
        private long clipped;

        Hands(RolloutBench bench, RolloutWatcher watcher, String instruction) {
            this.bench = bench;
            this.watcher = watcher;
            this.instruction = instruction;
            this.left = new SafetyGate(bench.layout(ArmSide.LEFT), settings);
            this.right = new SafetyGate(bench.layout(ArmSide.RIGHT), settings);
            this.leftJoints = bench.layout(ArmSide.LEFT).size();
            int joints = leftJoints + bench.layout(ArmSide.RIGHT).size();
            this.stateRad = new double[joints];
            this.fromRad = new double[joints];
            this.wishRad = new double[joints];
            this.sentRad = new double[joints];
            this.action = new double[actionsOnStation.length];
            int size = bundle.manifest().chunk().size();
            this.actions = new double[size * action.length];
            this.plan = new ChunkPlan(
                    new ChunkTiming(size, bundle.manifest().chunk().executed(), 0, 0), action.length);
        }

        void startPose() throws NotRun {
            bench.readState(stateRad);
            double[] state = new double[stateOnStation.length];
            Arrays.setAll(state, channel -> stateRad[stateOnStation[channel]]);
            List<String> outside = bundle.outsideStartPose(state);
            if (!outside.isEmpty()) {
                throw new NotRun("The policy may not start here: %s".formatted(outside.getFirst()));
            }
            System.arraycopy(stateRad, 0, wishRad, 0, wishRad.length);
            System.arraycopy(stateRad, 0, sentRad, 0, sentRad.length);
            left.standAt(side(stateRad, ArmSide.LEFT));
            right.standAt(side(stateRad, ArmSide.RIGHT));
        }

        /// @return whether it was carried out: a first action that is far away is not
        boolean tick(long tick) throws NotRun, GraphFailedException {
            bench.readState(stateRad);
            if (plan.wantsObservation()) {
                chunk(tick);
            }
            if (tick == 0 && chunks.getFirst().jumpRad() > PolicyHands.FIRST_ACTION_RAD) {
                return false;
            }
            if (plan.due(action) != ChunkStep.ACT) {
                throw new IllegalStateException("a chunk that was just computed is not due");
            }
            System.arraycopy(wishRad, 0, fromRad, 0, fromRad.length);
            for (int channel = 0; channel < action.length; channel++) {
                wishRad[actionsOnStation[channel]] = action[channel];
            }
            watcher.tick(tick, stateRad, wishRad, sentRad);
            for (int step = 1; step <= GATE_STEPS; step++) {
                double share = (double) step / GATE_STEPS;
                double[] wish = new double[wishRad.length];
                Arrays.setAll(wish, joint -> fromRad[joint] + share * (wishRad[joint] - fromRad[joint]));
                gate(left, ArmSide.LEFT, wish);
                gate(right, ArmSide.RIGHT, wish);
                bench.act(sentRad, periodNanos / GATE_STEPS);
            }
            return true;
        }

        String farSentence() {
            return "the first action is %.2f rad from where the arm is; the arms hold"
                    .formatted(chunks.getFirst().jumpRad());
        }

        private void gate(SafetyGate gate, ArmSide side, double[] wish) {
            double[] goal = side(sentRad, side);
            gate.step(ControlState.FOLLOWING, side(wish, side), periodNanos * 1e-9 / GATE_STEPS, goal);
            clipped += gate.clippedJoints();
            System.arraycopy(goal, 0, sentRad, side == ArmSide.LEFT ? 0 : leftJoints, goal.length);
        }

        private double[] side(double[] both, ArmSide side) {
            return side == ArmSide.LEFT
                    ? Arrays.copyOfRange(both, 0, leftJoints)
                    : Arrays.copyOfRange(both, leftJoints, both.length);
        }

        private void chunk(long tick) throws NotRun, GraphFailedException {
            Arrays.setAll(observation.state(), channel -> stateRad[stateOnStation[channel]]);
            List<CameraInput> cameras = bundle.manifest().cameras();
            for (int camera = 0; camera < cameras.size(); camera++) {
                bench.look(cameras.get(camera).role(), observation.picture(camera));
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
            if (!usable) {
                throw new NotRun(
                        "The policy gave a number that is none, at tick %d; the arms would hold.".formatted(tick));
            }
            plan.asked(tick);
            plan.arrived(tick, actions);
            ChunkFacts facts = new ChunkFacts(tick, nanos, jumpRad());
            chunks.add(facts);
            watcher.chunk(facts, () -> {
                float[] raw = new float[actions.length];
                graph.actions().get(0, raw);
                return PolicyInsight.of(bundle.manifest(), observation, codec, raw, actions, nanos);
            });
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

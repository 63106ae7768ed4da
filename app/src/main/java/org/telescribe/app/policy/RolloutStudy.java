package org.telescribe.app.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.simulation.BenchPolicySetup;
import org.telescribe.app.simulation.RolloutEpisodes;
import org.telescribe.app.simulation.SimulatedBench;
import org.telescribe.app.station.BenchPictureMaker;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.policyruntime.inference.check.CheckedBundle;
import org.telescribe.policyruntime.inference.graph.GraphFailedException;
import org.telescribe.policyruntime.inference.session.PolicyInsight;
import org.telescribe.policyruntime.rollouts.run.RolloutRunner;
import org.telescribe.policyruntime.rollouts.run.RolloutTask;
import org.telescribe.policyruntime.rollouts.run.RolloutWatcher;
import org.telescribe.policyruntime.rollouts.study.ChunkFacts;
import org.telescribe.policyruntime.rollouts.study.PolicyKey;
import org.telescribe.policyruntime.rollouts.study.SeenFile;
import org.telescribe.policyruntime.rollouts.study.Study;
import org.telescribe.policyruntime.rollouts.study.StudyEvent;
import org.telescribe.policyruntime.rollouts.study.StudyFile;
import org.telescribe.policyruntime.rollouts.study.StudyPlan;
import org.telescribe.policyruntime.rollouts.study.StudyUnreadable;
import org.telescribe.policyruntime.rollouts.study.Trial;
import org.telescribe.teleop.control.safety.SafetySettings;
import org.telescribe.teleop.episode.model.DatasetException;

/// Runs a study on the simulated bench: every policy on every start, in an order that the start's seed
/// shuffles, each rollout an episode of the dataset beside the study's file.
public final class RolloutStudy {
    /// Folder of the rollouts' dataset beside the study's file.
    public static final String DATASET = "episodes";
    /// Folder of the demonstrations' dataset: one episode for each start, the scripted hands at the
    /// same task.
    public static final String DEMONSTRATIONS = "demonstrations";

    /// Seed of the first start where nobody says another; no demonstration for training has it.
    public static final long FIRST_SEED = 5_000_000L;

    private static final int MOST_TICKS = 300;

    private final BenchArms arms;
    private final BenchPictureMaker pictures;
    private final SessionClock clock;

    /// A policy that takes part.
    ///
    /// @param bundle what passed its check
    /// @param blank whether the instruction is kept from it
    public record Contestant(CheckedBundle bundle, boolean blank) {}

    /// What is to be run.
    ///
    /// @param contestants the policies
    /// @param firstSeed the first start
    /// @param runs how many starts
    /// @param recorded whether each rollout becomes an episode
    public record Wanted(List<Contestant> contestants, long firstSeed, int runs, boolean recorded) {
        /// Copies.
        public Wanted {
            contestants = List.copyOf(contestants);
        }
    }

    /// Told how far it is.
    @FunctionalInterface
    public interface Progress {
        /// A rollout ended.
        ///
        /// @param study the study with it
        /// @param of how many rollouts there will be
        void ran(Study study, int of);
    }

    /// A runner of studies.
    ///
    /// @param arms the bench's arms
    /// @param pictures makes the cameras' renderers; patient ones
    /// @param clock the session clock
    public RolloutStudy(BenchArms arms, BenchPictureMaker pictures, SessionClock clock) {
        this.arms = arms;
        this.pictures = pictures;
        this.clock = clock;
    }

    /// Runs it; what is finished when it is stopped stays.
    ///
    /// @param folder where the study goes
    /// @param wanted what is to be run
    /// @param progress told after each rollout
    /// @param stopped asked at each tick whether a person stopped it
    /// @return the study
    /// @throws CommandFailed when it cannot be run; the message is for people
    public Study run(Path folder, Wanted wanted, Progress progress, BooleanSupplier stopped) throws CommandFailed {
        StudyFile file = new StudyFile(folder);
        if (file.exists()) {
            throw new CommandFailed(
                    "%s holds a study already. Nothing was run. Choose another folder.".formatted(folder));
        }
        List<RolloutRunner> runners = new ArrayList<>();
        try (SimulatedBench bench = RolloutEpisodes.bench(arms, pictures);
                RolloutEpisodes episodes =
                        wanted.recorded() ? new RolloutEpisodes(folder.resolve(DATASET), bench, clock) : null) {
            for (Contestant contestant : wanted.contestants()) {
                runners.add(new RolloutRunner(contestant.bundle(), SafetySettings.EMULATED, clock));
            }
            StudyPlan plan = plan(wanted, runners);
            file.append(new StudyEvent.Planned(plan));
            Study study =
                    new Running(folder, file, file.read(), wanted, runners, bench, episodes).all(progress, stopped);
            if (wanted.recorded() && !stopped.getAsBoolean()) {
                demonstrate(folder.resolve(DEMONSTRATIONS), wanted, bench, stopped);
            }
            return study;
        } catch (StudyUnreadable | GraphFailedException | DatasetException refused) {
            throw new CommandFailed(String.valueOf(refused.getMessage()), refused);
        } finally {
            runners.forEach(RolloutRunner::close);
        }
    }

    /// What the task looks like when it is done, to be seen beside the rollouts.
    private void demonstrate(Path folder, Wanted wanted, SimulatedBench bench, BooleanSupplier stopped) {
        try (RolloutEpisodes episodes = new RolloutEpisodes(folder, bench, clock)) {
            long end = wanted.firstSeed() + wanted.runs();
            for (long seed = wanted.firstSeed(); seed < end && !stopped.getAsBoolean(); seed++) {
                ScriptedReach.perform(bench, episodes, seed);
            }
        }
    }

    private StudyPlan plan(Wanted wanted, List<RolloutRunner> runners) {
        List<PolicyKey> keys = new ArrayList<>();
        for (int i = 0; i < runners.size(); i++) {
            Contestant contestant = wanted.contestants().get(i);
            keys.add(PolicyKey.of(
                    contestant.bundle(),
                    contestant.blank() ? "blank" : "instruction",
                    runners.get(i).runsOn()));
        }
        return new StudyPlan(keys, wanted.firstSeed(), wanted.runs(), clock.wallMillis());
    }

    /// A study that goes on.
    private static final class Running {
        private final StudyFile file;
        private final Wanted wanted;
        private final List<RolloutRunner> runners;
        private final ReachWorld world;
        private final @Nullable RolloutEpisodes episodes;
        private final Path folder;
        private final List<PolicyInsight> seen = new ArrayList<>();
        private Study study;

        Running(
                Path folder,
                StudyFile file,
                Study begun,
                Wanted wanted,
                List<RolloutRunner> runners,
                SimulatedBench bench,
                @Nullable RolloutEpisodes episodes) {
            this.folder = folder;
            this.file = file;
            this.study = begun;
            this.wanted = wanted;
            this.runners = runners;
            this.world = new ReachWorld(bench);
            this.episodes = episodes;
        }

        Study all(Progress progress, BooleanSupplier stopped)
                throws CommandFailed, StudyUnreadable, GraphFailedException {
            int of = wanted.runs() * runners.size();
            for (long seed = wanted.firstSeed(); seed < wanted.firstSeed() + wanted.runs(); seed++) {
                List<Integer> order = new ArrayList<>();
                for (int policy = 0; policy < runners.size(); policy++) {
                    order.add(policy);
                }
                Collections.shuffle(order, new Random(seed));
                for (int policy : order) {
                    if (stopped.getAsBoolean()) {
                        return study;
                    }
                    one(seed, policy, stopped);
                    progress.ran(study, of);
                }
            }
            return study;
        }

        private void one(long seed, int policy, BooleanSupplier stopped)
                throws CommandFailed, StudyUnreadable, GraphFailedException {
            seen.clear();
            String told = wanted.contestants().get(policy).blank() ? "" : null;
            try {
                Trial trial = runners.get(policy).run(world, seed, policy, told, MOST_TICKS, watcher(), stopped);
                int episode = episodes == null ? -1 : episodes.keep(trial.success());
                if (episode >= 0) {
                    new SeenFile(folder, study.trials().size()).write(seen);
                }
                StudyEvent ran = new StudyEvent.Ran(trial.recordedAs(episode));
                file.append(ran);
                study = study.with(ran);
            } catch (RolloutRunner.NotRun notRun) {
                if (episodes != null) {
                    episodes.drop(String.valueOf(notRun.getMessage()));
                }
                if (!stopped.getAsBoolean()) {
                    throw new CommandFailed(String.valueOf(notRun.getMessage()), notRun);
                }
            }
        }

        private RolloutWatcher watcher() {
            RolloutEpisodes recorder = episodes;
            if (recorder == null) {
                return RolloutWatcher.NOBODY;
            }
            return new RolloutWatcher() {
                @Override
                public void begins(RolloutTask task) {
                    recorder.begin(task.instruction(), "policy");
                }

                @Override
                public void chunk(ChunkFacts facts, Supplier<PolicyInsight> insight) {
                    seen.add(insight.get());
                }

                @Override
                public void tick(long tick, double[] stateRad, double[] requestedRad, double[] sentRad) {
                    recorder.row(sentRad, requestedRad);
                }
            };
        }
    }

    /// {@return simulated time of a study's rollouts, seconds}
    ///
    /// @param study the study
    public static double simulatedSeconds(Study study) {
        return study.trials().stream().mapToLong(Trial::ticks).sum() / (double) BenchPolicySetup.CONTROL_HZ;
    }
}

package org.telescribe.app.rollouts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.policy.PolicyChoice;
import org.telescribe.app.policy.RolloutStudy;
import org.telescribe.app.review.SpaceScenes;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.station.GlBenchPictures;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.posix.PosixThreadScheduling;
import org.telescribe.policyruntime.rollouts.study.Study;
import org.telescribe.policyruntime.rollouts.study.StudyFile;
import org.telescribe.viewer3d.render.RenderService;

/// Runs the shipped policy into a new study of the user's own, and finds the newest of them. Background
/// thread.
final class ReferenceStudy {
    private static final int RUNS = 6;
    private static final int NICENESS = 10;

    private final SessionClock clock;
    private final SpaceScenes scenes;
    private final AppFolders folders;

    ReferenceStudy(SessionClock clock, SpaceScenes scenes, AppFolders folders) {
        this.clock = clock;
        this.scenes = scenes;
        this.folders = folders;
    }

    private Path all() {
        return folders.data().resolve("rollouts");
    }

    /// @return folder of the study
    Path run(RolloutStudy.Progress progress, BooleanSupplier stopped) throws CommandFailed {
        BenchArms arms = new BenchArms();
        PolicyChoice choice = new PolicyChoice(folders, arms);
        RolloutStudy.Contestant contestant = new RolloutStudy.Contestant(choice.passed(choice.folder(null)), false);
        RenderService service = scenes.renderer();
        if (service == null) {
            throw new CommandFailed(
                    "The bench cannot be drawn here, and the policy needs its pictures. Nothing was run."
                            + " telescribe doctor says what is missing.");
        }
        Path folder = all().resolve("study-%d".formatted(clock.wallMillis()));
        RolloutStudy.Wanted wanted = new RolloutStudy.Wanted(List.of(contestant), RolloutStudy.FIRST_SEED, RUNS, true);
        new PosixThreadScheduling().background(NICENESS); // the window comes first
        RolloutStudy runner = new RolloutStudy(arms, GlBenchPictures.patient(service), clock);
        Study done = runner.run(folder, wanted, progress, stopped);
        if (done.trials().isEmpty()) {
            throw new CommandFailed("Stopped before the first rollout ended. Nothing was kept.");
        }
        return folder;
    }

    Optional<Path> newest() throws CommandFailed {
        try (Stream<Path> found = Files.isDirectory(all()) ? Files.list(all()) : Stream.empty()) {
            return found.filter(folder -> new StudyFile(folder).exists())
                    .max(Comparator.comparing(folder -> String.valueOf(folder.getFileName())));
        } catch (IOException unreadable) {
            throw new CommandFailed(
                    "%s cannot be listed (%s). Nothing was changed.".formatted(all(), unreadable.getMessage()),
                    unreadable);
        }
    }
}

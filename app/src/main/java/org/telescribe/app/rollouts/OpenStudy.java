package org.telescribe.app.rollouts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.policy.RolloutStudy;
import org.telescribe.app.review.EpisodeOpening;
import org.telescribe.app.review.SpaceScenes;
import org.telescribe.policyruntime.inference.session.PolicyInsight;
import org.telescribe.policyruntime.rollouts.study.SeenFile;
import org.telescribe.policyruntime.rollouts.study.Study;
import org.telescribe.policyruntime.rollouts.study.StudyEvent;
import org.telescribe.policyruntime.rollouts.study.StudyFile;
import org.telescribe.policyruntime.rollouts.study.StudyUnreadable;
import org.telescribe.policyruntime.rollouts.study.Trial;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.read.EpisodeReader;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;
import org.telescribe.viewer3d.playback.clip.SideBySide;

/// A study on the disk: reads and adds to it, puts two clips of it side by side. Background thread.
final class OpenStudy {
    private static final String CAMERA = "head";

    private final Path folder;
    private final StudyFile file;
    private Study study;

    OpenStudy(Path folder) throws StudyUnreadable {
        this.folder = folder;
        this.file = new StudyFile(folder);
        this.study = file.read();
    }

    /// A rollout, ready to be watched.
    ///
    /// @param place its place in the study
    /// @param loaded both clips as one episode
    /// @param words what the clips are, a sentence
    /// @param seen what the policy saw, chunk by chunk; empty when it was not kept
    record Watched(int place, EpisodeOpening.Loaded loaded, String words, List<PolicyInsight> seen) {
        Watched {
            seen = List.copyOf(seen);
        }
    }

    Study study() {
        return study;
    }

    /// Adds an event; on the disk when it returns.
    Study add(StudyEvent event) throws StudyUnreadable {
        file.append(event);
        study = study.with(event);
        return study;
    }

    Watched watch(int place, SpaceScenes scenes) throws CommandFailed {
        Trial trial = study.trials().get(place);
        if (trial.episode() < 0) {
            throw new CommandFailed(
                    "Rollout %d was not recorded. Its outcome counts in the table. Run the study with its pictures to watch it."
                            .formatted(place + 1));
        }
        EpisodeClip rollout = clip(folder.resolve(RolloutStudy.DATASET), trial.episode());
        List<SideBySide.Side> sides = new ArrayList<>();
        sides.add(new SideBySide.Side("Clip 1", rollout, CAMERA));
        String words = "Clip 1: the rollout, %s.".formatted(seconds(rollout));
        OptionalInt other = otherOfSameStart(place);
        Path demonstrations = folder.resolve(RolloutStudy.DEMONSTRATIONS);
        if (other.isPresent()) {
            EpisodeClip beside = clip(
                    folder.resolve(RolloutStudy.DATASET),
                    study.trials().get(other.getAsInt()).episode());
            sides.add(new SideBySide.Side("Clip 2", beside, CAMERA));
            words += " Clip 2: rollout %d, another policy from the same start, %s."
                    .formatted(other.getAsInt() + 1, seconds(beside));
        } else if (Files.isDirectory(demonstrations)) {
            EpisodeClip beside =
                    clip(demonstrations, (int) (trial.seed() - study.plan().firstSeed()));
            sides.add(new SideBySide.Side("Clip 2", beside, CAMERA));
            words += " Clip 2: the demonstration from the same start, %s.".formatted(seconds(beside));
        }
        EpisodeClip both = SideBySide.of("rollout %d".formatted(place + 1), trial.instruction(), sides);
        return new Watched(place, new EpisodeOpening.Loaded(both, scenes.of(both), place, place), words, seen(place));
    }

    private OptionalInt otherOfSameStart(int place) {
        Trial trial = study.trials().get(place);
        return IntStream.range(0, study.trials().size())
                .filter(other -> other != place
                        && study.trials().get(other).seed() == trial.seed()
                        && study.trials().get(other).episode() >= 0)
                .findFirst();
    }

    private List<PolicyInsight> seen(int place) throws CommandFailed {
        SeenFile seen = new SeenFile(folder, place);
        try {
            return seen.exists() ? seen.read() : List.of();
        } catch (StudyUnreadable bad) {
            throw new CommandFailed(String.valueOf(bad.getMessage()), bad);
        }
    }

    private static EpisodeClip clip(Path dataset, int episode) throws CommandFailed {
        try (EpisodeReader reader = EpisodeReader.open(dataset)) {
            return EpisodeClip.load(reader, episode);
        } catch (DatasetException refused) {
            throw new CommandFailed(String.valueOf(refused.getMessage()), refused);
        }
    }

    private static String seconds(EpisodeClip clip) {
        return "%.1f s".formatted(clip.durationNanos() / 1e9);
    }
}

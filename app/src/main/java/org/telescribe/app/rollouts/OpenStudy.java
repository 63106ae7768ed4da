package org.telescribe.app.rollouts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

/// A study on the disk: reads and adds to it, puts two clips of it side by side. Background thread,
/// but for what it says of itself.
final class OpenStudy {
    private static final String CAMERA = "head";

    private final Path folder;
    private final StudyFile file;
    private volatile Study study;

    OpenStudy(Path folder) throws StudyUnreadable {
        this.folder = folder;
        this.file = new StudyFile(folder);
        this.study = file.read();
    }

    /// A rollout, ready to be watched.
    ///
    /// @param place its place in the study
    /// @param loaded both clips as one episode; null when the rollout was not recorded
    /// @param words what the clips are, sentences
    /// @param seen what the policy saw, chunk by chunk; empty when it was not kept
    record Watched(int place, EpisodeOpening.@Nullable Loaded loaded, String words, List<PolicyInsight> seen) {
        Watched {
            seen = List.copyOf(seen);
        }
    }

    /// What stands beside a rollout.
    private record Beside(EpisodeClip clip, String words) {}

    Path folder() {
        return folder;
    }

    Study study() {
        return study;
    }

    /// {@return place of the first rollout that was recorded; 0 when none was}
    int firstRecorded() {
        return IntStream.range(0, study.trials().size())
                .filter(place -> study.trials().get(place).episode() >= 0)
                .findFirst()
                .orElse(0);
    }

    /// Adds an event; on the disk when it returns.
    void add(StudyEvent event) throws StudyUnreadable {
        file.append(event);
        study = study.with(event);
    }

    Watched watch(int place, SpaceScenes scenes) throws CommandFailed {
        Trial trial = study.trials().get(place);
        Optional<EpisodeClip> rollout = clip(RolloutStudy.DATASET, trial.episode());
        if (rollout.isEmpty()) {
            return new Watched(place, null, "This rollout was not recorded.", List.of());
        }
        List<SideBySide.Side> sides = new ArrayList<>();
        sides.add(new SideBySide.Side("Clip 1", rollout.get(), CAMERA));
        String words = "Clip 1: the rollout, %s.".formatted(seconds(rollout.get()));
        Optional<Beside> beside = beside(place, trial);
        if (beside.isPresent()) {
            sides.add(new SideBySide.Side("Clip 2", beside.get().clip(), CAMERA));
            words += beside.get().words();
        }
        EpisodeClip both = SideBySide.of("rollout %d".formatted(place + 1), trial.instruction(), sides);
        EpisodeOpening.Loaded loaded = new EpisodeOpening.Loaded(both, scenes.of(both), place, place);
        SeenFile kept = new SeenFile(folder, place);
        try {
            return new Watched(place, loaded, words, kept.exists() ? kept.read() : List.of());
        } catch (StudyUnreadable bad) {
            return new Watched(place, loaded, "%s %s".formatted(words, bad.getMessage()), List.of());
        }
    }

    /// The other policy's rollout from the same start, else the demonstration from there.
    private Optional<Beside> beside(int place, Trial trial) throws CommandFailed {
        OptionalInt other = IntStream.range(0, study.trials().size())
                .filter(found -> found != place
                        && study.trials().get(found).seed() == trial.seed()
                        && study.trials().get(found).episode() >= 0)
                .findFirst();
        if (other.isPresent()) {
            int found = other.getAsInt();
            return clip(RolloutStudy.DATASET, study.trials().get(found).episode())
                    .map(clip -> new Beside(
                            clip,
                            " Clip 2: rollout %d, another policy from the same start, %s."
                                    .formatted(found + 1, seconds(clip))));
        }
        return clip(RolloutStudy.DEMONSTRATIONS, (int)
                        (trial.seed() - study.plan().firstSeed()))
                .map(clip -> new Beside(
                        clip, " Clip 2: the demonstration from the same start, %s.".formatted(seconds(clip))));
    }

    /// An episode of one of the study's datasets; a study that was stopped, or run without video,
    /// lacks some.
    private Optional<EpisodeClip> clip(String dataset, int episode) throws CommandFailed {
        Path directory = folder.resolve(dataset);
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (EpisodeReader reader = EpisodeReader.open(directory)) {
            boolean there = reader.episodes().stream().anyMatch(entry -> entry.index() == episode);
            return there ? Optional.of(EpisodeClip.load(reader, episode)) : Optional.empty();
        } catch (DatasetException refused) {
            throw new CommandFailed(String.valueOf(refused.getMessage()), refused);
        }
    }

    private static String seconds(EpisodeClip clip) {
        return "%.1f s".formatted(clip.durationNanos() / 1e9);
    }
}

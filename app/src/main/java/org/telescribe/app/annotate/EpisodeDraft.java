package org.telescribe.app.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.telescribe.annotator.labels.exchange.VideoFiles;
import org.telescribe.annotator.labels.model.ActingArm;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.EpisodeLink;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.model.Step;
import org.telescribe.annotator.labels.model.TaskId;
import org.telescribe.annotator.labels.model.TaskVideo;
import org.telescribe.teleop.episode.model.MarkKind;
import org.telescribe.teleop.episode.read.RecordedFacts;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;

/// A draft of an episode of which nobody has written facts: its instruction, and its steps where the
/// operator marked them, else one step.
final class EpisodeDraft {
    private EpisodeDraft() {}

    /// {@return name of an episode among things to judge: its own for ever, or its dataset's and its
    /// number}
    static TaskId id(EpisodeClip clip) {
        RecordedFacts facts = clip.facts();
        return new TaskId(facts == null ? "%s-%d".formatted(clip.dataset(), clip.episode()) : facts.episodeUuid());
    }

    static EpisodeLink link(EpisodeClip clip) {
        return new EpisodeLink(clip.directory().toString(), clip.episode(), id(clip).value());
    }

    /// Reads the files for their hashes: not for a thread that draws.
    static List<TaskVideo> videos(EpisodeClip clip) {
        return clip.cameras().stream()
                .map(camera -> new TaskVideo(
                        camera.name(),
                        camera.file(),
                        camera.isPlayable() ? VideoFiles.sha256(clip.directory().resolve(camera.file())) : ""))
                .toList();
    }

    static AnnotationTask of(EpisodeClip clip) {
        List<Step> steps = new ArrayList<>();
        List<Integer> edges = edges(clip);
        for (int i = 0; i + 1 < edges.size(); i++) {
            String text = edges.size() == 2 ? clip.task() : "";
            steps.add(new Step(i + 1, text, ActingArm.namedIn(text), new FrameRange(edges.get(i), edges.get(i + 1))));
        }
        return new AnnotationTask(
                id(clip),
                clip.dataset(),
                clip.robotType(),
                link(clip),
                videos(clip),
                clip.framesPerSecond(),
                clip.rows(),
                clip.task(),
                "",
                steps,
                false,
                List.of(),
                List.of(),
                List.of());
    }

    /// A mark ends a step.
    private static List<Integer> edges(EpisodeClip clip) {
        List<Integer> edges = new ArrayList<>(List.of(0));
        RecordedFacts facts = clip.facts();
        if (facts != null) {
            Predicate<Integer> fits = row -> row > edges.getLast() && row < clip.rows();
            facts.marks().stream()
                    .filter(mark -> mark.kind() == MarkKind.STEP)
                    .map(mark -> clip.rowAt(mark.sinceStartNanos()))
                    .filter(fits)
                    .forEach(edges::add);
        }
        edges.add(Math.max(1, clip.rows()));
        return edges;
    }
}

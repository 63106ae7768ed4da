package org.telescribe.annotator.labels.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One episode to judge, as its draft has it. Never changed by a verdict.
///
/// @param id its name
/// @param dataset the dataset's name; may be empty
/// @param robotType the robot's kind; may be empty
/// @param link where the episode lies in a dataset; null when only videos are known
/// @param videos its videos, in the order of its cameras
/// @param framesPerSecond of the frames that steps count; 0 when nobody says
/// @param frames how many frames it has; 0 when nobody says
/// @param instructionRaw the instruction as it was given
/// @param instructionRefined the instruction with all details; may be empty
/// @param steps its steps, in time order
/// @param factsDrafted whether somebody listed its facts; if not, no dimension claims to have none
/// @param facts its facts, in the file's order
/// @param questions its questions, in the file's order
/// @param sources what files said
public record AnnotationTask(
        TaskId id,
        String dataset,
        String robotType,
        @Nullable EpisodeLink link,
        List<TaskVideo> videos,
        double framesPerSecond,
        long frames,
        String instructionRaw,
        String instructionRefined,
        List<Step> steps,
        boolean factsDrafted,
        List<Fact> facts,
        List<Question> questions,
        List<SourceRecord> sources) {
    /// Copies.
    public AnnotationTask {
        videos = List.copyOf(videos);
        steps = List.copyOf(steps);
        facts = List.copyOf(facts);
        questions = List.copyOf(questions);
        sources = List.copyOf(sources);
    }

    /// {@return where the episode lies in a dataset}
    public Optional<EpisodeLink> episode() {
        return Optional.ofNullable(link);
    }

    /// {@return dimensions of which the draft claims that nothing happens in them}
    public List<Dimension> claimedEmpty() {
        if (!factsDrafted) {
            return List.of();
        }
        return Arrays.stream(Dimension.values())
                .filter(dimension -> facts.stream().noneMatch(fact -> fact.dimension() == dimension))
                .toList();
    }

    /// {@return what a kind of file said about it}
    ///
    /// @param format the kind
    public Optional<SourceRecord> source(SourceFormat format) {
        return sources.stream().filter(source -> source.format() == format).findFirst();
    }

    /// {@return the facts of a step}
    ///
    /// @param number the step's number
    public List<Fact> factsOf(int number) {
        return facts.stream()
                .filter(fact -> fact.anchor().steps().contains(number))
                .toList();
    }

    /// {@return the same with other videos, rate and length: what a reader of the files has found}
    ///
    /// @param found the videos
    /// @param rate frames per second
    /// @param length how many frames
    public AnnotationTask withVideos(List<TaskVideo> found, double rate, long length) {
        return new AnnotationTask(
                id,
                dataset,
                robotType,
                link,
                found,
                rate,
                length,
                instructionRaw,
                instructionRefined,
                steps,
                factsDrafted,
                facts,
                questions,
                sources);
    }
}

package org.telescribe.annotator.labels.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telescribe.annotator.labels.model.TaskId;
import org.telescribe.annotator.labels.state.TaskStatus;

/// One line of a queue.
///
/// @param id the episode
/// @param dataset the dataset's name
/// @param instruction the instruction as it was given
/// @param facts how many facts the draft has
/// @param questions how many questions the draft has
/// @param toJudge how many things there are to judge before anything was said
/// @param readings how far its readings are, by number from 1
/// @param holder who has it open now; null when nobody
public record TaskSummary(
        TaskId id,
        String dataset,
        String instruction,
        int facts,
        int questions,
        int toJudge,
        List<ReadingSummary> readings,
        @Nullable Lease holder) {
    /// Copies.
    public TaskSummary {
        readings = List.copyOf(readings);
    }

    /// {@return who has it open now}
    public Optional<Lease> heldBy() {
        return Optional.ofNullable(holder);
    }

    TaskSummary heldBy(Lease lease) {
        return new TaskSummary(id, dataset, instruction, facts, questions, toJudge, readings, lease);
    }

    /// {@return the reading that an author goes on with}
    ///
    /// @param author who
    public Optional<ReadingSummary> readingOf(String author) {
        return readings.stream()
                .filter(reading -> reading.author().equals(author))
                .findFirst();
    }

    /// {@return how far an author is}
    ///
    /// @param author who
    public TaskStatus statusFor(String author) {
        return readingOf(author).map(ReadingSummary::status).orElse(TaskStatus.UNTOUCHED);
    }

    /// {@return how many things an author still has to judge}
    ///
    /// @param author who
    public int openFor(String author) {
        return readingOf(author).map(ReadingSummary::open).orElse(toJudge);
    }
}

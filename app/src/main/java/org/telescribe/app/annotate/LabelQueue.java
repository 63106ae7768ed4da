package org.telescribe.app.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telescribe.annotator.labels.model.TaskId;
import org.telescribe.annotator.labels.state.TaskStatus;
import org.telescribe.annotator.labels.store.LabelStore;
import org.telescribe.annotator.labels.store.TaskSummary;

/// The episodes that wait to be judged, queue by queue. Runs on the desk's thread.
///
/// @param lines every episode with its queue, in order
record LabelQueue(List<Line> lines) {
    /// One episode.
    ///
    /// @param queue its queue
    /// @param number where it stands in the queue, from 1
    /// @param of how many the queue has
    /// @param task the episode
    record Line(String queue, int number, int of, TaskSummary task) {
        String words() {
            return "queue \"%s\"  %d of %d".formatted(queue, number, of);
        }
    }

    static LabelQueue read(LabelStore store) {
        List<Line> lines = new ArrayList<>();
        for (String queue : store.queues()) {
            List<TaskSummary> tasks = store.tasks(queue);
            for (int i = 0; i < tasks.size(); i++) {
                lines.add(new Line(queue, i + 1, tasks.size(), tasks.get(i)));
            }
        }
        return new LabelQueue(List.copyOf(lines));
    }

    /// {@return the episode to judge next: the first after the given one, then from the beginning,
    /// that an author has not handed over and nobody holds}
    ///
    /// @param author who
    /// @param after the episode that was judged last, or null
    Optional<Line> next(String author, @Nullable TaskId after) {
        int from = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).task().id().equals(after)) {
                from = i + 1;
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get((from + i) % lines.size());
            TaskStatus status = line.task().statusFor(author);
            boolean waits = status == TaskStatus.UNTOUCHED || status == TaskStatus.STARTED;
            if (waits && line.task().heldBy().isEmpty() && !line.task().id().equals(after)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /// {@return how many episodes an author has handed over}
    ///
    /// @param author who
    int handedOver(String author) {
        return (int) lines.stream()
                .map(line -> line.task().statusFor(author))
                .filter(status -> status == TaskStatus.COMPLETE || status == TaskStatus.PARTIAL)
                .count();
    }

    Optional<Line> line(TaskId task) {
        return lines.stream().filter(line -> line.task().id().equals(task)).findFirst();
    }
}

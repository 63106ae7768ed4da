package org.telescribe.annotator.labels.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.telescribe.annotator.labels.event.EventStamp;
import org.telescribe.annotator.labels.event.LabelEvent;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.TaskId;
import org.telescribe.annotator.labels.state.HistoryEntry;
import org.telescribe.annotator.labels.state.LabelFold;
import org.telescribe.annotator.labels.state.TaskState;
import org.telescribe.annotator.labels.store.ReadingTable.Reading;

/// The lines of a queue. Remembers what it folded and folds again only what has new events. Used under
/// the store's lock.
final class QueueView {
    private final TaskTable tasks = new TaskTable();
    private final ReadingTable readings = new ReadingTable();
    private final EventTable events = new EventTable();
    private final LeaseTable leases;
    private final Map<TaskId, TaskSummary> known = new HashMap<>();
    private long seenSerial;

    QueueView(LeaseTable leases) {
        this.leases = leases;
    }

    List<TaskSummary> lines(Connection connection, String queue, EventStamp now) throws SQLException {
        seenSerial = Math.max(seenSerial, events.changed(connection, seenSerial, known.keySet()::remove));
        Map<TaskId, LeaseTable.Holder> holders = leases.holders(connection, now);
        List<TaskSummary> lines = new ArrayList<>();
        for (TaskId id : tasks.inQueue(connection, queue)) {
            TaskSummary line = known.get(id);
            if (line == null) {
                line = summary(connection, id);
                known.put(id, line);
            }
            LeaseTable.Holder holder = holders.get(id);
            lines.add(holder == null ? line : line.heldBy(holder.lease()));
        }
        return lines;
    }

    private TaskSummary summary(Connection connection, TaskId id) throws SQLException {
        AnnotationTask task = tasks.task(connection, id);
        List<ReadingSummary> summaries = new ArrayList<>();
        for (TaskReading reading : readingsOf(connection, task)) {
            summaries.add(summary(reading));
        }
        return new TaskSummary(
                id,
                task.dataset(),
                task.instructionRaw(),
                task.facts().size(),
                task.questions().size(),
                LabelFold.fold(task, List.of()).open().size(),
                summaries,
                null);
    }

    List<TaskReading> readingsOf(Connection connection, AnnotationTask task) throws SQLException {
        List<Reading> all = readings.of(connection, task.id());
        List<LabelEvent> said = events.of(connection, task.id());
        List<TaskReading> whole = new ArrayList<>();
        for (Reading reading : all) {
            List<LabelEvent> own = EventTable.ofReading(said, all, reading.number());
            whole.add(new TaskReading(reading.number(), reading.author(), own, LabelFold.fold(task, own)));
        }
        return whole;
    }

    private static ReadingSummary summary(TaskReading reading) {
        TaskState state = reading.state();
        List<LabelEvent> counting = state.history().stream()
                .filter(entry -> !entry.undone())
                .map(HistoryEntry::event)
                .toList();
        long spentMillis = counting.stream()
                .mapToLong(event -> event.viewing().spentMillis())
                .sum();
        return new ReadingSummary(
                reading.number(), reading.author(), state.status(), state.open().size(), counting.size(), spentMillis);
    }
}

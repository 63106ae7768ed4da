package org.telescribe.annotator.labels.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.telescribe.annotator.labels.event.LabelEvent;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.SourceFormat;
import org.telescribe.annotator.labels.state.LabelFold;
import org.telescribe.annotator.labels.state.TaskState;
import org.telescribe.annotator.labels.state.TaskStatus;
import org.telescribe.annotator.labels.store.LabelStore;
import org.telescribe.annotator.labels.store.TaskReading;
import org.telescribe.annotator.labels.store.TaskSummary;

/// Writes a queue: each episode in the form in which it came, as the reading that is furthest has it, and
/// all verdicts and events of all readings beside them.
public final class QueueExport {
    private static final String FINEVLA = "annotations.jsonl";
    private static final String RECAP = "recap.json";
    private static final String VERDICTS = "verdicts.jsonl";
    private static final String EVENTS = "events.jsonl";

    private final LabelStore store;
    private final ExportScope scope;
    private final List<TaskState> lines = new ArrayList<>();
    private final List<TaskState> recap = new ArrayList<>();
    private final List<TaskState> bench = new ArrayList<>();
    private final List<VerdictFiles.Reading> readings = new ArrayList<>();
    private final List<LabelEvent> events = new ArrayList<>();

    private QueueExport(LabelStore store, ExportScope scope) {
        this.store = store;
        this.scope = scope;
    }

    /// Writes the files.
    ///
    /// @param store the store
    /// @param queue name of the queue
    /// @param folder where; files of the same names are replaced
    /// @param scope which facts and questions; with [ExportScope#JUDGED] episodes about which nobody said
    ///     anything are left out
    /// @return what was written
    public static ExportReport write(LabelStore store, String queue, Path folder, ExportScope scope) {
        QueueExport export = new QueueExport(store, scope);
        store.tasks(queue).forEach(export::take);
        return export.write(folder);
    }

    private void take(TaskSummary line) {
        AnnotationTask task = store.task(line.id());
        List<TaskReading> all = store.readings(line.id());
        for (TaskReading reading : all) {
            readings.add(new VerdictFiles.Reading(reading.number(), reading.author(), reading.state()));
            reading.events().stream()
                    .filter(event -> event.reading() == reading.number())
                    .forEach(events::add);
        }
        furthest(all)
                .or(() -> scope == ExportScope.WITH_OPEN
                        ? Optional.of(LabelFold.fold(task, List.of()))
                        : Optional.empty())
                .ifPresent(this::sort);
    }

    private static Optional<TaskState> furthest(List<TaskReading> readings) {
        return readings.stream()
                .filter(reading -> reading.state().status() != TaskStatus.UNTOUCHED)
                .min(Comparator.comparing(
                                (TaskReading reading) -> reading.state().status())
                        .reversed()
                        .thenComparingInt(TaskReading::number))
                .map(TaskReading::state);
    }

    private void sort(TaskState state) {
        AnnotationTask task = state.task();
        if (task.source(SourceFormat.FINEVLA_JSONL).isPresent()) {
            lines.add(state);
        } else if (task.source(SourceFormat.FINEVLA_RECAP).isPresent()) {
            recap.add(state);
        } else {
            bench.add(state);
        }
    }

    private ExportReport write(Path folder) {
        if (!lines.isEmpty()) {
            FineVlaFile.write(folder.resolve(FINEVLA), lines);
        }
        if (!recap.isEmpty()) {
            RecapFile.write(folder.resolve(RECAP), recap);
        }
        if (!bench.isEmpty()) {
            RoboFineFiles.write(folder, bench, scope);
        }
        VerdictFiles.writeVerdicts(folder.resolve(VERDICTS), readings);
        events.sort(Comparator.comparingLong(LabelEvent::serial));
        VerdictFiles.writeEvents(folder.resolve(EVENTS), events);
        List<TaskState> written = new ArrayList<>(lines);
        written.addAll(recap);
        written.addAll(bench);
        return new ExportReport(
                written.size(),
                written.stream().mapToInt(this::facts).sum(),
                written.stream().mapToInt(QueueExport::answers).sum(),
                readings.stream()
                        .mapToInt(reading -> reading.state().items().size())
                        .sum(),
                events.size());
    }

    private int facts(TaskState state) {
        return (int) state.facts().stream()
                .filter(fact -> FactRecords.stands(fact, scope))
                .count();
    }

    private static int answers(TaskState state) {
        return (int) state.questions().stream()
                .filter(question -> question.answer().isPresent())
                .count();
    }
}

package org.telescribe.annotator.labels.exchange;

import java.util.ArrayList;
import java.util.List;
import org.telescribe.annotator.labels.event.EventId;
import org.telescribe.annotator.labels.event.EventStamp;
import org.telescribe.annotator.labels.event.LabelAction;
import org.telescribe.annotator.labels.event.LabelEvent;
import org.telescribe.annotator.labels.event.Viewing;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.state.LabelFold;
import org.telescribe.annotator.labels.state.TaskState;

/// What was said about a draft in a test.
final class States {
    private final AnnotationTask task;
    private final List<LabelEvent> events = new ArrayList<>();

    States(AnnotationTask task) {
        this.task = task;
    }

    static List<TaskState> untouched(List<AnnotationTask> tasks) {
        return tasks.stream().map(task -> LabelFold.fold(task, List.of())).toList();
    }

    States say(ItemId item, LabelAction action) {
        long serial = events.size() + 1L;
        events.add(new LabelEvent(
                serial,
                EventId.random(),
                task.id(),
                1,
                item,
                "ada",
                new EventStamp(serial, serial, "boot"),
                new Viewing("ab12", 5, 700),
                LabelEvent.SCHEMA_VERSION,
                action));
        return this;
    }

    List<LabelEvent> events() {
        return List.copyOf(events);
    }

    TaskState state() {
        return LabelFold.fold(task, events);
    }
}

package org.telescribe.annotator.labels.state;

import java.util.ArrayList;
import java.util.List;
import org.telescribe.annotator.labels.event.EventId;
import org.telescribe.annotator.labels.event.EventStamp;
import org.telescribe.annotator.labels.event.LabelAction;
import org.telescribe.annotator.labels.event.LabelEvent;
import org.telescribe.annotator.labels.event.Viewing;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.ItemId;

/// What was said in a test, with growing serials.
final class Sayings {
    private final AnnotationTask task;
    private final List<LabelEvent> events = new ArrayList<>();

    Sayings(AnnotationTask task) {
        this.task = task;
    }

    LabelEvent say(ItemId item, LabelAction action) {
        return say("ada", item, action);
    }

    LabelEvent say(String author, ItemId item, LabelAction action) {
        long serial = events.size() + 1L;
        LabelEvent event = new LabelEvent(
                serial,
                EventId.random(),
                task.id(),
                1,
                item,
                author,
                new EventStamp(serial * 1000, serial * 1_000_000_000L, "boot"),
                new Viewing("ab12", serial, 2_500),
                LabelEvent.SCHEMA_VERSION,
                action);
        events.add(event);
        return event;
    }

    LabelEvent undo(LabelEvent target) {
        return say(target.item(), new LabelAction.Undone(target.id()));
    }

    LabelEvent redo(LabelEvent target) {
        return say(target.item(), new LabelAction.Redone(target.id()));
    }

    List<LabelEvent> events() {
        return List.copyOf(events);
    }

    TaskState state() {
        return LabelFold.fold(task, events);
    }
}

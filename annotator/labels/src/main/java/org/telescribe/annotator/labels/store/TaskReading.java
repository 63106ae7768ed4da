package org.telescribe.annotator.labels.store;

import java.util.List;
import org.telescribe.annotator.labels.event.LabelEvent;
import org.telescribe.annotator.labels.state.TaskState;

/// One reading of an episode, whole.
///
/// @param number its number, from 1
/// @param author whose it is
/// @param events what was said, undone things too, by growing serial
/// @param state what follows from it
public record TaskReading(int number, String author, List<LabelEvent> events, TaskState state) {
    /// Copies.
    public TaskReading {
        events = List.copyOf(events);
    }
}

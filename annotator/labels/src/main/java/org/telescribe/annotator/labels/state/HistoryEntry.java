package org.telescribe.annotator.labels.state;

import org.telescribe.annotator.labels.event.LabelEvent;

/// One statement of a reading.
///
/// @param event the statement
/// @param undoneAtSerial serial of the event that took it back; 0 while it counts
/// @param replaced whether it is undone and something newer about the same thing counts, so that it
///     cannot be redone
public record HistoryEntry(LabelEvent event, long undoneAtSerial, boolean replaced) {
    /// {@return whether it does not count now}
    public boolean undone() {
        return undoneAtSerial > 0;
    }
}

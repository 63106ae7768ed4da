package org.telescribe.annotator.labels.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.telescribe.annotator.labels.event.EventId;
import org.telescribe.annotator.labels.event.LabelAction;
import org.telescribe.annotator.labels.event.LabelEvent;

/// Which statements count, after all that was undone and redone.
final class UndoLedger {
    private final List<LabelEvent> statements = new ArrayList<>();
    private final Map<EventId, Long> undoneAt = new HashMap<>();

    /// @param events of one reading, by growing serial
    UndoLedger(List<LabelEvent> events) {
        for (LabelEvent event : events) {
            if (event.action() instanceof LabelAction.Undone undone) {
                undoneAt.putIfAbsent(undone.target(), event.serial());
            } else if (event.action() instanceof LabelAction.Redone redone) {
                undoneAt.remove(redone.target());
            } else {
                statements.add(event);
            }
        }
    }

    /// {@return the statements that count, oldest first}
    List<LabelEvent> counting() {
        return statements.stream()
                .filter(event -> !undoneAt.containsKey(event.id()))
                .toList();
    }

    /// {@return all statements, oldest first}
    List<HistoryEntry> history() {
        return statements.stream()
                .map(event -> new HistoryEntry(event, undoneAt.getOrDefault(event.id(), 0L), replaced(event)))
                .toList();
    }

    private boolean replaced(LabelEvent event) {
        Long at = undoneAt.get(event.id());
        return at != null
                && statements.stream()
                        .anyMatch(newer ->
                                newer.serial() > at && !undoneAt.containsKey(newer.id()) && meet(event, newer));
    }

    private static boolean meet(LabelEvent one, LabelEvent other) {
        if (one.action() instanceof LabelAction.EdgesMoved moved) {
            return other.action() instanceof LabelAction.EdgesMoved
                    && moved.steps().stream().anyMatch(step -> other.touches(step.step()));
        }
        return !(other.action() instanceof LabelAction.EdgesMoved) && other.touches(one.item());
    }
}

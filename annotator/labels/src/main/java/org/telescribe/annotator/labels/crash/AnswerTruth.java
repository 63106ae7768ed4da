package org.telescribe.annotator.labels.crash;

import java.util.HashSet;
import java.util.Set;
import org.telescribe.annotator.labels.event.EventId;
import org.telescribe.annotator.labels.event.LabelEvent;
import org.telescribe.annotator.labels.store.LabelStore;

/// What an answering process has promised, kept by the process that kills it. One thread.
public final class AnswerTruth {
    private final Set<EventId> promised = new HashSet<>();

    /// Nothing promised yet.
    public AnswerTruth() {}

    /// Takes a line in that the process wrote.
    ///
    /// @param line the line
    /// @return whether it promised an answer
    public boolean hear(String line) {
        String[] words = line.strip().split(" ", -1);
        boolean promise = words.length == 3 && words[0].equals("saved");
        if (promise) {
            promised.add(EventId.parse(words[2]));
        }
        return promise;
    }

    /// {@return how many answers were promised}
    public int promised() {
        return promised.size();
    }

    /// {@return how many promised answers a store has not}
    ///
    /// @param store the store, opened after the kill
    public int lost(LabelStore store) {
        Set<EventId> missing = new HashSet<>(promised);
        for (LabelEvent event : store.eventsAfter(0)) {
            missing.remove(event.id());
        }
        return missing.size();
    }
}

package org.telescribe.annotator.labels.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telescribe.annotator.labels.event.Viewing;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.state.ItemState;
import org.telescribe.annotator.labels.store.LabelSession;
import org.telescribe.annotator.labels.store.Saved;

/// Answers for each line that it reads, and says so only when the answer is on the disk. Meant to be
/// killed.
public final class AnsweringLoop {
    private static final long SPENT_MILLIS = 3_000;

    private AnsweringLoop() {}

    /// Runs until there are no more lines: for a line `k` it accepts, edits or takes back something, then
    /// writes `saved k EVENT`.
    ///
    /// @param session what to judge
    /// @param keys the lines, each a number
    /// @param answers takes what was saved
    /// @throws IOException when the lines cannot be read or written
    public static void run(LabelSession session, BufferedReader keys, Writer answers) throws IOException {
        List<ItemId> facts = session.state().facts().stream().map(ItemState::id).toList();
        answers.write("ready\n");
        answers.flush();
        @Nullable String line = keys.readLine();
        while (line != null) {
            int key = Integer.parseInt(line.strip());
            Saved saved = answer(session, facts.get(Math.floorMod(key, facts.size())), key);
            answers.write("saved %d %s\n".formatted(key, saved.event().id()));
            answers.flush();
            line = keys.readLine();
        }
    }

    private static Saved answer(LabelSession session, ItemId fact, int key) {
        Viewing viewing = new Viewing("", key * 1_000_000L, SPENT_MILLIS);
        if (key % 7 == 6) {
            return session.undo(viewing).orElseGet(() -> session.accept(fact, viewing));
        }
        return session.accept(fact, viewing);
    }
}

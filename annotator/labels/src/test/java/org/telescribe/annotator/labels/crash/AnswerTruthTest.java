package org.telescribe.annotator.labels.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.annotator.labels.Drafts;
import org.telescribe.annotator.labels.event.EventId;
import org.telescribe.annotator.labels.model.TaskId;
import org.telescribe.annotator.labels.store.LabelSession;
import org.telescribe.annotator.labels.store.LabelStore;
import org.telescribe.annotator.labels.store.OpenedTask.Opened;
import org.telescribe.devices.core.time.SteppedClock;

class AnswerTruthTest {
    @Test
    void promiseThatTheStoreDoesNotKeepIsFound(@TempDir Path folder) throws IOException {
        AnswerTruth truth = new AnswerTruth();
        try (LabelStore store = LabelStore.open(folder.resolve("labels.db"), new SteppedClock(0))) {
            store.add("q", List.of(Drafts.spoon("s1")));
            LabelSession session = assertInstanceOf(Opened.class, store.open(new TaskId("s1"), "ada"))
                    .session();
            StringWriter answers = new StringWriter();
            AnsweringLoop.run(session, new BufferedReader(new StringReader("0\n1\n6\n7\n")), answers);
            List<String> lines = answers.toString().lines().toList();
            assertFalse(truth.hear(lines.getFirst()));
            lines.subList(1, 5).forEach(line -> assertTrue(truth.hear(line)));
            assertEquals(4, truth.promised());
            assertEquals(0, truth.lost(store));
            assertTrue(truth.hear("saved 8 " + EventId.random()));
            assertEquals(1, truth.lost(store));
        }
    }
}

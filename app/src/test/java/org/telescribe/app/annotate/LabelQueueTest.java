package org.telescribe.app.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.annotator.labels.event.Viewing;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.TaskId;
import org.telescribe.annotator.labels.store.LabelSession;
import org.telescribe.annotator.labels.store.LabelStore;
import org.telescribe.annotator.labels.store.OpenedTask;
import org.telescribe.devices.core.time.SystemSessionClock;

/// Which episode comes next, and what is said when none does.
class LabelQueueTest {
    private static final TaskId FIRST = new TaskId("first");
    private static final TaskId SECOND = new TaskId("second");

    @TempDir
    private Path folder = Path.of("");

    private LabelStore store;

    @BeforeEach
    void open() {
        store = LabelStore.open(folder.resolve("labels.db"), new SystemSessionClock());
        store.add("queue", List.of(episode(FIRST), episode(SECOND)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static AnnotationTask episode(TaskId id) {
        return new AnnotationTask(
                id, "set", "", null, List.of(), 30, 90, "Push", "", List.of(), false, List.of(), List.of(), List.of());
    }

    private Optional<String> nextAfter(TaskId after) {
        return LabelQueue.read(store)
                .next("Mara", after)
                .map(line -> line.task().id().value());
    }

    private LabelSession judging(TaskId id, String author) {
        return ((OpenedTask.Opened) store.open(id, author)).session();
    }

    @Test
    void theEpisodeThatIsPutOffComesAgainAfterTheOthers() {
        assertEquals(Optional.of("second"), nextAfter(FIRST));
        assertEquals(Optional.of("first"), nextAfter(SECOND));
    }

    @Test
    void whatIsHandedOverOrOpenElsewhereDoesNotComeAndOnlyTheFirstCountsAsHandedOver() {
        try (LabelSession own = judging(FIRST, "Mara")) {
            own.commit(Viewing.NOTHING);
        }
        try (LabelSession ignored = judging(SECOND, "Ben")) {
            assertTrue(nextAfter(FIRST).isEmpty());
            LabelQueue queue = LabelQueue.read(store);
            assertEquals(1, queue.handedOver("Mara"));
            assertEquals(2, queue.lines().size());
        }
        assertEquals(Optional.of("second"), nextAfter(FIRST));
    }
}

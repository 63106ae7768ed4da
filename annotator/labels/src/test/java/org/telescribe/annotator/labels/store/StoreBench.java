package org.telescribe.annotator.labels.store;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import org.telescribe.annotator.labels.Drafts;
import org.telescribe.annotator.labels.model.TaskId;
import org.telescribe.annotator.labels.store.OpenedTask.HeldBySomeone;
import org.telescribe.annotator.labels.store.OpenedTask.Opened;
import org.telescribe.devices.core.time.SteppedClock;

/// A store file with two drafts and a clock that is stepped.
final class StoreBench {
    static final TaskId FIRST = new TaskId("s1");
    static final TaskId SECOND = new TaskId("s2");

    final SteppedClock clock = new SteppedClock(1_000_000_000_000L);
    final Path file;

    StoreBench(Path folder) {
        this.file = folder.resolve("labels.db");
        try (LabelStore store = open()) {
            store.add("week 3", List.of(Drafts.spoon("s1"), Drafts.spoon("s2")));
        }
    }

    LabelStore open() {
        return LabelStore.open(file, clock);
    }

    static LabelSession judge(LabelStore store, TaskId task, String author) {
        return assertInstanceOf(Opened.class, store.open(task, author)).session();
    }

    static Lease refused(LabelStore store, TaskId task, String author) {
        return assertInstanceOf(HeldBySomeone.class, store.open(task, author)).lease();
    }
}

package org.telescribe.annotator.labels.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.telescribe.annotator.labels.store.StoreBench.FIRST;
import static org.telescribe.annotator.labels.store.StoreBench.judge;

import java.nio.file.Path;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.annotator.labels.Drafts;
import org.telescribe.annotator.labels.event.LabelAction;
import org.telescribe.annotator.labels.event.Viewing;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.LabelsException;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.devices.core.time.SystemSessionClock;

class LabelDeskTest {
    private static final Viewing SEEN = Viewing.NOTHING;
    private static final long PATIENCE_SECONDS = 20;

    private final StoreBench bench;
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final DeskListener listener = new DeskListener() {
        @Override
        public void notSaved(String reason) {
            heard.add("not saved");
        }

        @Override
        public void savedAgain() {
            heard.add("saved again");
        }

        @Override
        public void changed(long changeCounter) {
            heard.add("changed");
        }
    };

    private final ThreadScheduling scheduling = new ThreadScheduling() {
        @Override
        public boolean realTime(int priority) {
            return false;
        }

        @Override
        public void background(int niceness) {}

        @Override
        public void prompt() {
            heard.add("prompt " + Thread.currentThread().getName());
        }
    };

    LabelDeskTest(@TempDir Path folder) {
        this.bench = new StoreBench(folder);
    }

    private LabelDesk open() {
        return new LabelDesk(bench.open(), new SystemSessionClock(), scheduling, listener, Assertions::fail);
    }

    private static <T> T get(CompletableFuture<T> future)
            throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void expect(String word) throws InterruptedException {
        String next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (next != null && !next.equals(word)) {
            next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        assertEquals(word, next);
    }

    @Test
    void answersDoNotWaitForDecodersAndDrawing() throws InterruptedException {
        try (LabelDesk _ = open()) {
            expect("prompt labels");
        }
    }

    @Test
    void answersAreSavedInTheOrderOfAskingAndAllBeforeTheDeskCloses()
            throws ExecutionException, InterruptedException, TimeoutException {
        List<ItemId> facts = List.of(Drafts.LIES, Drafts.GRASP, Drafts.ACTOR, Drafts.LEFTWARD);
        List<CompletableFuture<Saved>> saved;
        try (LabelDesk desk = open()) {
            LabelSession session = get(desk.ask(store -> judge(store, FIRST, "ada")));
            saved = facts.stream()
                    .map(fact -> desk.save(store -> session.accept(fact, SEEN)))
                    .toList();
        }
        assertTrue(saved.stream().allMatch(CompletableFuture::isDone));
        try (LabelStore store = bench.open()) {
            assertEquals(
                    facts,
                    store.eventsAfter(0).stream().map(event -> event.item()).toList());
        }
    }

    @Test
    void answerThatTheDiskRefusesIsKeptAndSavedWhenThereIsRoomBeforeLaterOnes()
            throws ExecutionException, InterruptedException, TimeoutException {
        try (LabelDesk desk = open()) {
            LabelStore store = get(desk.ask(opened -> opened));
            LabelSession session = get(desk.ask(opened -> judge(opened, FIRST, "ada")));
            get(desk.ask(opened -> limit(opened, 1)));
            CompletableFuture<Saved> essay = desk.save(opened -> {
                return session.judge(Drafts.GRASP, new LabelAction.TextEdited("x".repeat(100_000)), SEEN);
            });
            CompletableFuture<Saved> later = desk.save(opened -> session.accept(Drafts.ACTOR, SEEN));
            expect("not saved");
            assertTrue(!essay.isDone() && !later.isDone());
            try (LabelStore other = bench.open()) {
                assertEquals(0, other.eventsAfter(0).size());
            }
            limit(store, 1_000_000);
            expect("saved again");
            assertEquals(Drafts.GRASP, get(essay).event().item());
            assertTrue(get(essay).event().serial() < get(later).event().serial());
        }
    }

    private static boolean limit(LabelStore store, int pages) {
        return store.storeFile().read(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("PRAGMA max_page_count = " + pages);
            }
        });
    }

    @Test
    void leasesOfOpenEpisodesAreKeptWithoutAnswers() throws ExecutionException, InterruptedException, TimeoutException {
        LabelDesk desk = new LabelDesk(bench.open(), bench.clock, scheduling, listener, Assertions::fail);
        LabelSession session = get(desk.ask(store -> judge(store, FIRST, "ada")));
        try (LabelStore other = bench.open()) {
            for (int i = 0; i < 6; i++) {
                bench.clock.advance(LabelStore.LEASE_NANOS / 3);
                for (int rounds = 0; rounds < 3; rounds++) {
                    get(desk.ask(LabelStore::queues));
                }
            }
            assertEquals("ada", StoreBench.refused(other, FIRST, "bob").author());
            assertTrue(!session.isLeaseLost());
        }
        desk.close();
    }

    @Test
    void refusalThatNoRetryMendsIsTold() throws ExecutionException, InterruptedException, TimeoutException {
        try (LabelDesk desk = open()) {
            LabelSession session = get(desk.ask(store -> judge(store, FIRST, "ada")));
            ExecutionException refused =
                    assertThrows(ExecutionException.class, () -> get(desk.save(store -> session.commit(SEEN))));
            assertInstanceOf(LabelsException.class, refused.getCause());
        }
    }

    @Test
    void changesOfAnotherProcessAreTold() throws InterruptedException {
        LabelDesk desk = open();
        try (LabelStore other = bench.open()) {
            expect("changed");
            judge(other, FIRST, "bob").accept(Drafts.GRASP, SEEN);
            expect("changed");
        }
        desk.close();
    }

    @Test
    void whatIsAskedOfAClosedDeskIsRefused() {
        LabelDesk desk = open();
        desk.close();
        CompletableFuture<List<String>> late = desk.ask(LabelStore::queues);
        assertTrue(late.isCompletedExceptionally());
    }
}

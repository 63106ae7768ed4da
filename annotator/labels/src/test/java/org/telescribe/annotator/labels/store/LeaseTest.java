package org.telescribe.annotator.labels.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.telescribe.annotator.labels.store.StoreBench.FIRST;
import static org.telescribe.annotator.labels.store.StoreBench.SECOND;
import static org.telescribe.annotator.labels.store.StoreBench.judge;
import static org.telescribe.annotator.labels.store.StoreBench.refused;

import java.nio.file.Path;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.annotator.labels.Drafts;
import org.telescribe.annotator.labels.event.EventId;
import org.telescribe.annotator.labels.event.LabelAction;
import org.telescribe.annotator.labels.event.LabelEvent;
import org.telescribe.annotator.labels.event.Viewing;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.state.Verdict;

class LeaseTest {
    private static final Viewing SEEN = Viewing.NOTHING;
    private static final LabelAction REJECT = new LabelAction.Rejected(null);

    private final StoreBench bench;

    LeaseTest(@TempDir Path folder) {
        this.bench = new StoreBench(folder);
    }

    private void lapse() {
        bench.clock.advance(LabelStore.LEASE_NANOS + 1);
    }

    private static List<EventId> ids(TaskReading reading) {
        return reading.events().stream().map(LabelEvent::id).toList();
    }

    @Test
    void episodeThatSomebodyHasOpenIsRefusedWithTheName() {
        try (LabelStore one = bench.open();
                LabelStore two = bench.open()) {
            judge(one, FIRST, "ada");
            Lease lease = refused(two, FIRST, "bob");
            assertEquals("ada", lease.author());
            assertTrue(lease.process().startsWith("process "), lease.process());
            judge(two, SECOND, "bob");
        }
    }

    @Test
    void closedSessionGivesTheEpisodeBack() {
        try (LabelStore one = bench.open();
                LabelStore two = bench.open()) {
            judge(one, FIRST, "ada").close();
            judge(two, FIRST, "bob");
        }
    }

    @Test
    void everyAnswerAndEveryRenewalKeepsTheLease() {
        try (LabelStore one = bench.open();
                LabelStore two = bench.open()) {
            LabelSession session = judge(one, FIRST, "ada");
            bench.clock.advance(LabelStore.LEASE_NANOS - 1);
            session.accept(Drafts.GRASP, SEEN);
            bench.clock.advance(LabelStore.LEASE_NANOS - 1);
            one.renewLeases();
            bench.clock.advance(LabelStore.LEASE_NANOS - 1);
            refused(two, FIRST, "bob");
            assertFalse(session.isLeaseLost());
        }
    }

    @Test
    void lapsedLeaseThatNobodyTookIsTakenAgainBySpeaking() {
        try (LabelStore one = bench.open();
                LabelStore two = bench.open()) {
            LabelSession session = judge(one, FIRST, "ada");
            lapse();
            assertFalse(session.accept(Drafts.GRASP, SEEN).leaseLost());
            assertEquals(1, session.reading());
            refused(two, FIRST, "bob");
        }
    }

    @Test
    void answersAfterALostLeaseStandInAReadingOfTheirOwn() {
        try (LabelStore one = bench.open();
                LabelStore two = bench.open()) {
            LabelSession ada = judge(one, FIRST, "ada");
            ada.accept(Drafts.GRASP, SEEN);
            lapse();
            LabelSession bob = judge(two, FIRST, "bob");
            bob.judge(Drafts.GRASP, REJECT, SEEN);
            one.renewLeases();
            assertTrue(ada.isLeaseLost());
            Saved late = ada.accept(Drafts.ACTOR, SEEN);
            assertTrue(late.leaseLost());
            assertEquals(2, ada.answersSaved());
            assertEquals(
                    List.of(1, 2),
                    two.readings(FIRST).stream().map(TaskReading::number).toList());
            assertEquals(2, one.readings(FIRST).getFirst().events().size());
            assertEquals(1, one.readings(FIRST).getLast().events().size());
            assertInstanceOf(
                    Verdict.Rejected.class,
                    bob.state().item(Drafts.GRASP).orElseThrow().verdict());
            assertInstanceOf(
                    Verdict.Open.class,
                    bob.state().item(Drafts.ACTOR).orElseThrow().verdict());
        }
    }

    @Test
    void lateAnswersOfTheSamePersonElsewhereBranchOffAndNothingIsMixed() {
        try (LabelStore one = bench.open();
                LabelStore two = bench.open()) {
            LabelSession home = judge(one, FIRST, "ada");
            EventId shared = home.accept(Drafts.GRASP, SEEN).event().id();
            lapse();
            LabelSession office = judge(two, FIRST, "ada");
            assertEquals(1, office.reading());
            EventId here = office.judge(Drafts.GRASP, REJECT, SEEN).event().id();
            Saved late = home.accept(Drafts.ACTOR, SEEN);
            assertTrue(late.leaseLost());
            assertEquals(2, late.reading());
            List<TaskReading> readings = two.readings(FIRST);
            assertEquals(List.of(shared, here), ids(readings.get(0)));
            assertEquals(List.of(shared, late.event().id()), ids(readings.get(1)));
            assertEquals(home.state(), readings.get(1).state());
            assertEquals(
                    1,
                    one.tasks("week 3")
                            .getFirst()
                            .readingOf("ada")
                            .orElseThrow()
                            .number());
            assertEquals(2, home.accept(Drafts.LIES, SEEN).reading());
        }
    }

    @Test
    void readingThatWentOnElsewhereMeanwhileIsNotWrittenOverEvenWhenTheLeaseIsFreeAgain() {
        try (LabelStore one = bench.open();
                LabelStore two = bench.open()) {
            LabelSession home = judge(one, FIRST, "ada");
            lapse();
            try (LabelSession office = judge(two, FIRST, "ada")) {
                office.accept(Drafts.GRASP, SEEN);
            }
            assertEquals(2, home.judge(Drafts.GRASP, REJECT, SEEN).reading());
            assertEquals(1, two.readings(FIRST).getFirst().events().size());
        }
    }

    @Test
    void leaseOfAProcessThatHasEndedHoldsNothing() {
        try (LabelStore one = bench.open();
                LabelStore two = bench.open()) {
            judge(one, FIRST, "ada").accept(Drafts.GRASP, SEEN);
            set(one, "UPDATE lease SET pid_start_ms = pid_start_ms - 1");
            LabelSession again = judge(two, FIRST, "ada");
            assertEquals(1, again.reading());
            assertEquals(1, again.state().history().size());
        }
    }

    @Test
    void leaseOfAnEarlierStartOfTheMachineHoldsNothing() {
        try (LabelStore one = bench.open();
                LabelStore two = bench.open()) {
            judge(one, FIRST, "ada");
            set(one, "UPDATE lease SET boot_id = 'yesterday'");
            judge(two, FIRST, "bob");
        }
    }

    @Test
    void leaseOfAProcessThatCannotBeSeenHoldsUntilItRunsOut() {
        try (LabelStore one = bench.open();
                LabelStore two = bench.open()) {
            judge(one, FIRST, "ada");
            set(one, "UPDATE lease SET pid = 1, pid_start_ms = 1, pid_space = 'pid:[another]'");
            refused(two, FIRST, "bob");
            lapse();
            judge(two, FIRST, "bob");
        }
    }

    private static void set(LabelStore store, String sql) {
        store.storeFile().read(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }

    @Test
    void authorsOwnAnswersOfEarlierAreThereAgain() {
        try (LabelStore one = bench.open()) {
            judge(one, FIRST, "ada").accept(Drafts.GRASP, SEEN);
        }
        try (LabelStore two = bench.open()) {
            LabelSession bob = judge(two, FIRST, "bob");
            assertEquals(2, bob.reading());
            assertEquals(0, bob.state().history().size());
            bob.close();
            ItemId item = judge(two, FIRST, "ada")
                    .state()
                    .history()
                    .getFirst()
                    .event()
                    .item();
            assertEquals(Drafts.GRASP, item);
        }
    }
}

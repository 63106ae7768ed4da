package org.telescribe.devices.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.agent.AgentRunner;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SystemSessionClock;

class PosixThreadSchedulingTest {
    @BeforeAll
    static void needsLinux() {
        assumeTrue(LinuxOnly.isHere(), "scheduling classes need Linux");
    }

    /// Encoders' own threads are in the background because the thread that opens them is.
    @Test
    void aThreadBeginsInTheBackgroundWhenTheOneThatMadeItIsThere() {
        PosixThreadScheduling scheduling = new PosixThreadScheduling();
        String niceness = onAThreadOfItsOwn(() -> {
            scheduling.background(7);
            return onAThreadOfItsOwn(() -> niceness(scheduling.ownThreadId()));
        });
        assertEquals("7", niceness);
    }

    @Test
    void aPromptThreadIsFavouredWhereThatIsGrantedAndNeverStepsBack() {
        PosixThreadScheduling scheduling = new PosixThreadScheduling();
        String niceness = onAThreadOfItsOwn(() -> {
            scheduling.prompt();
            return niceness(scheduling.ownThreadId());
        });
        assertTrue(Integer.parseInt(niceness) <= 0, niceness);
    }

    private static String niceness(int threadId) {
        try {
            String stat = Files.readString(Path.of("/proc/self/task/%d/stat".formatted(threadId)));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[16];
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    @Test
    void staysOnAProcessorThatThereIsAndOnNoOther() {
        PosixThreadScheduling scheduling = new PosixThreadScheduling();
        assertEquals(
                "true false",
                onAThreadOfItsOwn(() -> "%s %s".formatted(scheduling.stayOn(0), scheduling.stayOn(1023))));
    }

    @Test
    void realTimeIsInForceExactlyWhenItWasGrantedAndBackgroundEndsIt() {
        inForceExactlyWhenGranted(scheduling -> scheduling.realTime(10));
    }

    @Test
    void aShareOfEachPeriodIsInForceExactlyWhenItWasGrantedAndBackgroundEndsIt() {
        inForceExactlyWhenGranted(scheduling -> scheduling.shareOfEachPeriod(1_500_000, 5_000_000, 10));
    }

    /// A period no longer than the share itself cannot be kept: the system refuses it.
    @Test
    void aShareThatTheSystemRefusesBecomesFirstInFirstOut() {
        inForceExactlyWhenGranted(scheduling -> scheduling.shareOfEachPeriod(5_000_000, 1_000_000, 10));
    }

    /// On a thread of its own, because an ordinary user's niceness cannot be taken back.
    private static void inForceExactlyWhenGranted(Predicate<PosixThreadScheduling> ask) {
        PosixThreadScheduling scheduling = new PosixThreadScheduling();
        String[] answers = onAThreadOfItsOwn(() -> {
                    int threadId = scheduling.ownThreadId();
                    boolean whileRefused = scheduling.withoutRealTime(() -> ask.test(scheduling));
                    boolean granted = ask.test(scheduling);
                    boolean during = scheduling.isRealTime(threadId);
                    scheduling.background(5);
                    return "%s %s %s".formatted(granted == during, scheduling.isRealTime(threadId), whileRefused);
                })
                .split(" ", -1);
        assertEquals("true", answers[0], "granted and in force must agree");
        assertEquals("false", answers[1], "background must end it");
        if (System.getProperty("user.name", "").equals("root")) {
            assertEquals("false", answers[2], "not even root gets real time where it was given up");
        }
    }

    private static String onAThreadOfItsOwn(Supplier<String> work) {
        SystemSessionClock clock = new SystemSessionClock();
        AtomicReference<String> seen = new AtomicReference<>("");
        Agent agent = new Agent() {
            @Override
            public String roleName() {
                return "scheduling-test";
            }

            @Override
            public void onStart() {
                seen.set(work.get());
            }

            @Override
            public long doWork(long nowNanos) {
                return nowNanos + 1_000_000;
            }
        };
        AgentRunner runner = new AgentRunner(agent, clock, new ParkingWait(clock), failure -> {
            throw new AssertionError(failure);
        });
        runner.start();
        long patienceNanos = clock.nanoTime() + 5_000_000_000L;
        while (seen.get().isEmpty() && clock.nanoTime() < patienceNanos) {
            Thread.onSpinWait();
        }
        runner.close();
        return seen.get();
    }
}

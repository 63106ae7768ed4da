package org.telescribe.devices.posix;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.telescribe.devices.core.agent.ThreadScheduling;

/// Linux scheduling: `SCHED_DEADLINE` and `SCHED_FIFO` where they are granted, niceness otherwise. Any
/// thread; not for use inside a loop.
public final class PosixThreadScheduling implements ThreadScheduling {
    private static final int ATTRIBUTES_BYTES = 48;
    private static final long LONG_SLICE_NANOS = 20_000_000L;
    private static final long SHORT_SLICE_NANOS = 500_000L;
    private static final int PROMPT_NICENESS = -5;
    private static final long SCHED_SETATTR = System.getProperty("os.arch", "").equals("amd64") ? 314 : 274;
    private static final long SCHED_SETAFFINITY =
            System.getProperty("os.arch", "").equals("amd64") ? 203 : 122;
    private static final int MOST_PROCESSORS = 1024;
    private static final int SCHED_OTHER = 0;
    private static final int SCHED_FIFO = 1;
    private static final int SCHED_RR = 2;
    private static final int SCHED_DEADLINE = 6;
    private static final long DEADLINE_RESET_ON_FORK = 1;
    private static final long DEADLINE_RECLAIM = 2;
    private static final int RESET_ON_FORK = 0x40000000;
    private static final int PRIO_PROCESS = 0;
    private static final int CAPABILITY_VERSION_3 = 0x20080522;
    private static final int CAPABILITY_BYTES = 24;
    private static final int CAP_SYS_NICE = 1 << 23;
    private static final int PR_SET_TIMERSLACK = 29;
    private static final int LOCK_CURRENT_FUTURE_ON_FAULT = 1 | 2 | 4;
    private static final int MACHINE_NICENESS = -16;
    private static final int NICE_FIELD = 16; // field 19 of proc_pid_stat(5), counted after the name
    private static final String PAUSE_THREAD = "VM Thread";
    private static final Path OWN_THREADS = Path.of("/proc/self/task");

    /// Refuses on another system.
    public PosixThreadScheduling() {
        LinuxOnly.check("Real-time scheduling");
    }

    /// {@inheritDoc}
    ///
    /// Threads that the calling thread starts later do not inherit it. Granted or not, the thread's
    /// timers become exact to the nanosecond instead of the usual 50 microseconds.
    @Override
    public boolean realTime(int priority) {
        Libc.Errno errno = new Libc.Errno();
        Libc.prctl(errno, PR_SET_TIMERSLACK, 1);
        return schedule(errno, 0, SCHED_FIFO | RESET_ON_FORK, priority);
    }

    /// {@inheritDoc}
    ///
    /// From Linux 6.12 on the system lets ordinary threads run for up to 50 ms in a second before
    /// first in, first out ones when it finds that they have starved; a share of each period comes
    /// before that too (sched(7), "SCHED_DEADLINE"). What others leave unused may be used beyond
    /// the share.
    @Override
    public boolean shareOfEachPeriod(long shareNanos, long periodNanos, int priority) {
        Libc.Errno errno = new Libc.Errno();
        Libc.prctl(errno, PR_SET_TIMERSLACK, 1);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attributes = arena.allocate(ATTRIBUTES_BYTES, 8);
            attributes.set(JAVA_INT, 0, ATTRIBUTES_BYTES);
            attributes.set(JAVA_INT, 4, SCHED_DEADLINE);
            attributes.set(JAVA_LONG, 8, DEADLINE_RESET_ON_FORK | DEADLINE_RECLAIM);
            attributes.set(JAVA_LONG, 24, shareNanos);
            attributes.set(JAVA_LONG, 32, periodNanos);
            attributes.set(JAVA_LONG, 40, periodNanos);
            if (Libc.syscall(errno, SCHED_SETATTR, 0, attributes.address(), 0) == 0) {
                return true;
            }
        }
        return realTime(priority);
    }

    @Override
    public void background(int niceness) {
        background(ownThreadId(), niceness);
    }

    private static List<Integer> threadIds() {
        try (Stream<Path> tasks = Files.list(OWN_THREADS)) {
            return tasks.map(task -> Integer.valueOf(task.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The threads of this process cannot be listed: %s".formatted(failure.getMessage()), failure);
        }
    }

    private static void background(int threadId, int niceness) {
        Libc.Errno errno = new Libc.Errno();
        schedule(errno, threadId, SCHED_OTHER, 0);
        Libc.setpriority(errno, PRIO_PROCESS, threadId, niceness);
        turns(errno, threadId, niceness, LONG_SLICE_NANOS);
    }

    /// A thread whose turns are short takes the processor from one whose turns are longer when it wakes
    /// up (sched(7), from Linux 6.12). Being favoured besides is granted to few users.
    @Override
    public void prompt() {
        Libc.Errno errno = new Libc.Errno();
        int threadId = ownThreadId();
        if (!turns(errno, threadId, PROMPT_NICENESS, SHORT_SLICE_NANOS)) {
            turns(errno, threadId, 0, SHORT_SLICE_NANOS);
        }
    }

    /// Asks for turns of a length at the processor. A thread that wakes up and has shorter ones than the
    /// one that runs takes the processor at once: the kernel's worker that delivers the bytes of a
    /// terminal need not wait for an encoder with long ones (sched(7), from Linux 6.12; older systems
    /// ignore it).
    private static boolean turns(Libc.Errno errno, int threadId, int niceness, long sliceNanos) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attributes = arena.allocate(ATTRIBUTES_BYTES, 8);
            attributes.set(JAVA_INT, 0, ATTRIBUTES_BYTES);
            attributes.set(JAVA_INT, 4, SCHED_OTHER);
            attributes.set(JAVA_INT, 16, niceness);
            attributes.set(JAVA_LONG, 24, sliceNanos);
            return Libc.syscall(errno, SCHED_SETATTR, threadId, attributes.address(), 0) == 0;
        }
    }

    /// Keeps other programs from stopping this process in the middle of a pause of the Java machine,
    /// which every thread of it has to wait for, also the real-time ones: the thread that carries such
    /// pauses out runs in real time, compilers and collectors come next, all others that are ordinary so
    /// far are favoured over other programs; those that stepped back by themselves stay behind. Threads
    /// started later inherit it.
    ///
    /// @param pausePriority real-time priority of the thread that carries pauses out
    /// @param niceness of all others, -20 to 0
    /// @return whether the system granted it
    public boolean favourThisProcess(int pausePriority, int niceness) {
        Libc.Errno errno = new Libc.Errno();
        boolean granted = true;
        for (int threadId : threadIds()) {
            if (isRealTime(threadId)) {
                continue;
            }
            String name = nameOf(threadId);
            if (name.equals(PAUSE_THREAD)) {
                granted &= schedule(errno, threadId, SCHED_FIFO | RESET_ON_FORK, pausePriority);
            } else if (servesTheMachine(name)) {
                granted &= Libc.setpriority(errno, PRIO_PROCESS, threadId, MACHINE_NICENESS) == 0;
            } else if (nicenessOf(threadId) <= 0) { // what stepped back by itself stays behind
                granted &= Libc.setpriority(errno, PRIO_PROCESS, threadId, niceness) == 0;
            }
        }
        return granted;
    }

    /// Compilers and collectors hold locks that a loop's compiled code may have to wait for; pushed aside
    /// while they do, they hold the loop up for tens of milliseconds.
    private static boolean servesTheMachine(String name) {
        return name.startsWith("C1 Comp")
                || name.startsWith("C2 Comp")
                || name.startsWith("ZWorker")
                || name.startsWith("ZDriver")
                || name.startsWith("ZDirector");
    }

    private static int nicenessOf(int threadId) {
        try {
            String line = Files.readString(OWN_THREADS.resolve(threadId + "/stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return Integer.parseInt(fields[NICE_FIELD]);
        } catch (IOException ended) {
            return 0;
        }
    }

    private static String nameOf(int threadId) {
        try {
            return Files.readString(OWN_THREADS.resolve(threadId + "/comm")).strip();
        } catch (IOException ended) {
            return "";
        }
    }

    /// {@inheritDoc}
    ///
    /// The calling thread gives up `CAP_SYS_NICE` meanwhile (capabilities(7)); threads that it starts
    /// never have it.
    @Override
    public <T> T withoutRealTime(Supplier<T> work) {
        Libc.Errno errno = new Libc.Errno();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment header = arena.allocate(8, 4);
            header.set(JAVA_INT, 0, CAPABILITY_VERSION_3);
            MemorySegment sets = arena.allocate(CAPABILITY_BYTES, 4);
            int before = Libc.capget(errno, header.address(), sets.address()) == 0 ? sets.get(JAVA_INT, 0) : 0;
            boolean has = (before & CAP_SYS_NICE) != 0;
            if (has) {
                sets.set(JAVA_INT, 0, before & ~CAP_SYS_NICE);
                Libc.capset(errno, header.address(), sets.address());
            }
            try {
                return work.get();
            } finally {
                if (has) {
                    sets.set(JAVA_INT, 0, before);
                    Libc.capset(errno, header.address(), sets.address());
                }
            }
        }
    }

    /// Keeps the calling thread on one processor.
    ///
    /// @param processor the system's number of the processor, from 0
    /// @return whether the system granted it
    public boolean stayOn(int processor) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment set = arena.allocate(MOST_PROCESSORS / Byte.SIZE, 8);
            set.set(JAVA_BYTE, processor / Byte.SIZE, (byte) (1 << (processor % Byte.SIZE)));
            return Libc.syscall(new Libc.Errno(), SCHED_SETAFFINITY, 0, set.byteSize(), set.address()) == 0;
        }
    }

    /// {@return the system's number of the calling thread}
    public int ownThreadId() {
        return Libc.gettid(new Libc.Errno());
    }

    /// {@return whether a thread has a share of each period}
    ///
    /// @param threadId the system's number of the thread
    public boolean hasShare(int threadId) {
        return (Libc.schedGetscheduler(new Libc.Errno(), threadId) & ~RESET_ON_FORK) == SCHED_DEADLINE;
    }

    /// {@return whether a thread runs under a real-time class}
    ///
    /// @param threadId the system's number of the thread
    public boolean isRealTime(int threadId) {
        int policy = Libc.schedGetscheduler(new Libc.Errno(), threadId) & ~RESET_ON_FORK;
        return policy == SCHED_FIFO || policy == SCHED_RR || policy == SCHED_DEADLINE;
    }

    /// Asks the system to keep this process's memory from being paged out once it was touched.
    ///
    /// @return whether it was granted
    public boolean lockMemory() {
        return Libc.mlockall(new Libc.Errno(), LOCK_CURRENT_FUTURE_ON_FAULT) == 0;
    }

    private static boolean schedule(Libc.Errno errno, int threadId, int policy, int priority) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment parameter = arena.allocate(JAVA_INT);
            parameter.set(JAVA_INT, 0, priority);
            return Libc.schedSetscheduler(errno, threadId, policy, parameter.address()) == 0;
        }
    }
}

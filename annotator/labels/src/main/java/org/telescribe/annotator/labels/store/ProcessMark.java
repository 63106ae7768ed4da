package org.telescribe.annotator.labels.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tells one run of a program from all others of this machine.
///
/// @param pid the system's number of the process
/// @param startMillis when it started, as the system says; 0 when it does not
/// @param space the space in which numbers of processes mean the same; empty where the system has one
record ProcessMark(long pid, long startMillis, String space) {
    private static final Path LINUX_SPACE = Path.of("/proc/self/ns/pid");

    /// {@return this run}
    static ProcessMark own() {
        ProcessHandle self = ProcessHandle.current();
        return new ProcessMark(self.pid(), startMillis(self), ownSpace());
    }

    private static long startMillis(ProcessHandle process) {
        return process.info().startInstant().map(start -> start.toEpochMilli()).orElse(0L);
    }

    private static String ownSpace() {
        try {
            return Files.readSymbolicLink(LINUX_SPACE).toString();
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return "";
        }
    }

    /// {@return whether the process has surely ended; false where its number means nothing to us}
    ///
    /// @param observer a living process
    boolean isGone(ProcessMark observer) {
        if (equals(observer) || !space.equals(observer.space)) {
            return false;
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(living -> startMillis(living) == startMillis)
                .isEmpty();
    }

    /// {@return words for people}
    String words() {
        return "process " + pid;
    }
}

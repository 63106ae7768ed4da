package org.telescribe.app.bench;

import java.util.List;

/// A stretch in which a processor ran nothing at all, though a thread of the highest priority was due on
/// it: the computer below the system had taken it away.
///
/// @param processor the system's number of the processor
/// @param fromNanos session clock, when the thread was due
/// @param toNanos session clock, when it ran
record MachineStop(int processor, long fromNanos, long toNanos) {
    String line() {
        return "stop %d %d %d".formatted(processor, fromNanos, toNanos);
    }

    static MachineStop of(String line) {
        String[] words = line.split(" ", -1);
        return new MachineStop(Integer.parseInt(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]));
    }

    boolean overlaps(long otherFromNanos, long otherToNanos) {
        return fromNanos < otherToNanos && otherFromNanos < toNanos;
    }

    double millis() {
        return (toNanos - fromNanos) * 1e-6;
    }

    /// Puts how often and how long processors stood still within a time.
    static void put(List<MachineStop> stops, long fromNanos, long toNanos, BenchResult result) {
        List<MachineStop> within =
                stops.stream().filter(stop -> stop.overlaps(fromNanos, toNanos)).toList();
        result.put("machine_stops", within.size());
        result.put(
                "machine_stop_ms_max",
                within.stream().mapToDouble(MachineStop::millis).max().orElse(0));
    }
}

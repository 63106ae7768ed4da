package org.telescribe.teleop.episode.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What is known when an episode's recording ends.
///
/// @param endNanos moment of the end, session clock, nanoseconds
/// @param counters what the loop and the recorder counted, by name: `ticks`, `ticks_skipped`,
///     `ring_refused` and others; lower-case letters, digits and underscore
public record EpisodeEnd(long endNanos, Map<String, Long> counters) {
    /// Copies and checks.
    public EpisodeEnd {
        counters = Collections.unmodifiableMap(new TreeMap<>(counters));
        for (String name : counters.keySet()) {
            if (!name.matches("[a-z][a-z0-9_]*")) {
                throw new IllegalArgumentException(
                        "counter name \"%s\": lower-case letters, digits and _ only".formatted(name));
            }
        }
    }
}

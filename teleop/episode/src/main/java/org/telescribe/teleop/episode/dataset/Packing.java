package org.telescribe.teleop.episode.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/// Which old files go together into which new file.
///
/// @param groups the names of the old files, for each new file
record Packing(List<List<String>> groups) {
    /// Fills new files in order until the next old file would make one too large.
    static Packing of(List<String> names, ToLongFunction<String> bytesOf, long mostBytes) {
        List<List<String>> groups = new ArrayList<>();
        long bytes = 0;
        for (String name : names) {
            long size = bytesOf.applyAsLong(name);
            if (groups.isEmpty() || bytes + size > mostBytes) {
                groups.add(new ArrayList<>());
                bytes = 0;
            }
            groups.getLast().add(name);
            bytes += size;
        }
        return new Packing(groups);
    }

    int sources() {
        return groups.stream().mapToInt(List::size).sum();
    }

    int targets() {
        return groups.size();
    }

    List<String> sourceNames() {
        return groups.stream().flatMap(List::stream).toList();
    }
}

package org.telescribe.teleop.episode.powercut;

import java.util.List;

/// What replaying power loss found.
///
/// @param cuts how many times power was lost
/// @param cutsDuringRecovery how many of these were while an earlier loss was being recovered from
/// @param lost how many times a promise was broken or the dataset was not in order afterwards
/// @param firstLosses what went wrong the first times, for people
public record PowerCutReport(long cuts, long cutsDuringRecovery, long lost, List<String> firstLosses) {
    /// Copies.
    public PowerCutReport {
        firstLosses = List.copyOf(firstLosses);
    }
}

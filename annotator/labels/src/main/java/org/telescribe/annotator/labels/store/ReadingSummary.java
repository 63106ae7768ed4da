package org.telescribe.annotator.labels.store;

import org.telescribe.annotator.labels.state.TaskStatus;

/// How far one reading of an episode is.
///
/// @param number its number, from 1
/// @param author whose it is
/// @param status how far
/// @param open how many things are still to judge
/// @param statements how many statements count
/// @param spentMillis time that the author spent on them, milliseconds
public record ReadingSummary(
        int number, String author, TaskStatus status, int open, int statements, long spentMillis) {}

package org.telescribe.annotator.labels.store;

import org.telescribe.annotator.labels.event.LabelEvent;
import org.telescribe.annotator.labels.state.TaskState;

/// A statement is on the disk.
///
/// @param event the statement
/// @param state what follows from it
/// @param leaseLost whether somebody else holds the episode now; the session's answers then stand in a
///     reading of their own
/// @param reading number of the reading that it went to
public record Saved(LabelEvent event, TaskState state, boolean leaseLost, int reading) {}

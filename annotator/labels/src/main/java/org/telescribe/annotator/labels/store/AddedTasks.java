package org.telescribe.annotator.labels.store;

/// What taking drafts into a store did.
///
/// @param added how many are new
/// @param alreadyThere how many were there with the same draft
public record AddedTasks(int added, int alreadyThere) {}

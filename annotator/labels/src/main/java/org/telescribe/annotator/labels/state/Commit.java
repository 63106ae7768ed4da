package org.telescribe.annotator.labels.state;

import org.telescribe.annotator.labels.event.CommitKind;
import org.telescribe.annotator.labels.event.LabelEvent;

/// How an episode was handed over.
///
/// @param kind whether everything was judged
/// @param reason why something was left open; empty when nothing was
/// @param event the event
/// @param changedSince whether somebody said something afterwards
public record Commit(CommitKind kind, String reason, LabelEvent event, boolean changedSince) {}

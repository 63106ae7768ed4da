package org.telescribe.annotator.labels.state;

/// How far an episode is.
public enum TaskStatus {
    /// Nobody said anything yet.
    UNTOUCHED,
    /// Somebody said something.
    STARTED,
    /// Handed over with something left open.
    PARTIAL,
    /// Handed over with everything judged.
    COMPLETE
}

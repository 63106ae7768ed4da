package org.telescribe.annotator.labels.event;

import java.util.Locale;

/// How a person hands an episode over.
public enum CommitKind {
    /// Everything is judged.
    COMPLETE,
    /// Something is left open, for a reason.
    PARTIAL;

    /// {@return the word in files}
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

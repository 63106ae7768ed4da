package org.telescribe.annotator.labels.event;

import java.util.Locale;

/// Why somebody does not judge.
public enum UnsureReason {
    /// It cannot be seen from these cameras.
    CANNOT_BE_SEEN,
    /// It can be seen, and the person does not know.
    DO_NOT_KNOW;

    /// {@return the word in files}
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

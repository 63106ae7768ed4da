package org.telescribe.annotator.labels.model;

/// Names one episode to judge, the same in every file that tells of it.
///
/// @param value the sample's identifier as files have it, not blank
public record TaskId(String value) {
    /// Checks.
    public TaskId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a task needs a name");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

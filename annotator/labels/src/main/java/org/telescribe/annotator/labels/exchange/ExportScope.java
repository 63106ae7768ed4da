package org.telescribe.annotator.labels.exchange;

/// Which facts and questions an export holds.
public enum ExportScope {
    /// Those that a person stands by: accepted, edited, corrected, added, answered.
    JUDGED,
    /// Those and what nobody has judged yet or nobody could, as the draft has it.
    WITH_OPEN
}

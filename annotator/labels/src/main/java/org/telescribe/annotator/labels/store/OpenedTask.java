package org.telescribe.annotator.labels.store;

/// What became of the wish to judge an episode.
public sealed interface OpenedTask {
    /// It is open.
    ///
    /// @param session where the answers go
    record Opened(LabelSession session) implements OpenedTask {}

    /// Somebody else has it open.
    ///
    /// @param lease who
    record HeldBySomeone(Lease lease) implements OpenedTask {}
}

package org.telescribe.devices.emulator.task;

/// How an attempt at a [ReachTask] stands.
public sealed interface ReachOutcome {
    /// Neither done nor failed yet.
    record Running() implements ReachOutcome {}

    /// The hand was over the block and stayed.
    record Done() implements ReachOutcome {}

    /// It cannot be done any more.
    ///
    /// @param reason why, part of a sentence
    record Failed(String reason) implements ReachOutcome {}
}

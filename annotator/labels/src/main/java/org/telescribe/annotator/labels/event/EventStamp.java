package org.telescribe.annotator.labels.event;

/// When an event was made.
///
/// @param wallMillis milliseconds since 1970-01-01 UTC, as the machine's clock said
/// @param monotonicNanos session clock, nanoseconds; compares between events of one start of the machine
/// @param bootId names that start of the machine
public record EventStamp(long wallMillis, long monotonicNanos, String bootId) {}

package org.telescribe.annotator.labels.store;

/// Who has an episode open.
///
/// @param author who
/// @param process which run of the program
/// @param untilWallMillis until when it holds unless it is renewed, milliseconds since 1970-01-01 UTC
public record Lease(String author, String process, long untilWallMillis) {}

package org.telescribe.annotator.labels.model;

/// What a file said about an episode, whole, so that what this program does not know is written back.
///
/// @param format the kind of file
/// @param file its name
/// @param json the record as it stood
/// @param envelope what the file held around all records; empty when nothing
public record SourceRecord(SourceFormat format, String file, String json, String envelope) {}

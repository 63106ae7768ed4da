package org.telescribe.annotator.labels.exchange;

/// What an export wrote.
///
/// @param episodes how many episodes
/// @param facts how many facts stand in them
/// @param questions how many questions are answered in them
/// @param verdicts how many lines of verdicts, over all readings
/// @param events how many events
public record ExportReport(int episodes, int facts, int questions, int verdicts, int events) {}

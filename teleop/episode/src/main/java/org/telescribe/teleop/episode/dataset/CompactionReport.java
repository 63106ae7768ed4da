package org.telescribe.teleop.episode.dataset;

/// What packing a dataset did.
///
/// @param episodes number of episodes
/// @param filesBefore number of data, metadata and video files before
/// @param filesAfter number of them afterwards
/// @param changed whether anything was packed
public record CompactionReport(int episodes, int filesBefore, int filesAfter, boolean changed) {}

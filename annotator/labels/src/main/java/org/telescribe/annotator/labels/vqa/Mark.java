package org.telescribe.annotator.labels.vqa;

/// What came of marking one answer.
///
/// @param correct whether it is the expected one
/// @param understood what the answer was taken for; the beginning of the answer when for nothing
public record Mark(boolean correct, String understood) {}

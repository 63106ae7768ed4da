package org.telescribe.annotator.labels.event;

/// What is right instead.
///
/// @param value what the slot should hold
/// @param text the whole sentence with that value
public record Correction(String value, String text) {}

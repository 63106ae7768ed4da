package org.telescribe.teleop.library;

/// A stretch of a text, to be shown in bold.
///
/// @param from its first character
/// @param to the first character after it
public record TextRange(int from, int to) {}

package org.telescribe.annotator.ui.judge;

/// An answer as the strip shows it.
///
/// @param mark one of `A`, `R`, `U`, `E`, `I`, `?` or a step's edge `|`
/// @param words what was judged
public record Given(String mark, String words) {}

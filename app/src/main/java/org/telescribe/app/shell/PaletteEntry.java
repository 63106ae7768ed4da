package org.telescribe.app.shell;

/// One line of the palette.
///
/// @param words what it is, for people
/// @param hint its key, or where it is; shown at the right
/// @param action does it
public record PaletteEntry(String words, String hint, Runnable action) {}

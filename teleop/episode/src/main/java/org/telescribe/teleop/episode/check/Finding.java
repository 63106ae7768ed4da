package org.telescribe.teleop.episode.check;

/// Something that a check found.
///
/// @param severity whether it breaks readers
/// @param file name of the file below the dataset's directory
/// @param row number of the row within the file, from 0; -1 when it is about the whole file
/// @param reason what is wrong, for people
public record Finding(Severity severity, String file, long row, String reason) {
    /// How bad a finding is.
    public enum Severity {
        /// A reader fails, or silently reads something else.
        BROKEN,
        /// Worth knowing, harms nobody.
        NOTE
    }

    @Override
    public String toString() {
        return row < 0 ? "%s: %s".formatted(file, reason) : "%s, row %d: %s".formatted(file, row, reason);
    }
}

package org.telescribe.teleop.episode.check;

import java.util.List;
import java.util.Optional;
import org.telescribe.teleop.episode.check.Finding.Severity;

/// What a verification found.
///
/// @param episodes number of episodes checked
/// @param rows number of rows checked
/// @param pictures number of pictures counted in all video files
/// @param decoded whether the pictures were decoded too
/// @param findings everything found, in the order of the checks
public record VerificationReport(int episodes, long rows, long pictures, boolean decoded, List<Finding> findings) {
    /// Copies.
    public VerificationReport {
        findings = List.copyOf(findings);
    }

    /// {@return whether nothing is broken}
    public boolean sound() {
        return firstBroken().isEmpty();
    }

    /// {@return the first thing that is broken}
    public Optional<Finding> firstBroken() {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.BROKEN)
                .findFirst();
    }
}

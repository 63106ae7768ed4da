package org.telescribe.policyruntime.inference.bundle;

/// One thing that is wrong in a manifest.
///
/// @param line line of the file, from 1
/// @param place path of keys, such as `state[2].unit`
/// @param reason what is wrong and what would be right
public record ManifestProblem(int line, String place, String reason) {
    /// {@return a line for a person}
    public String sentence() {
        return "policy.yaml line %d, %s: %s".formatted(line, place.isEmpty() ? "top" : place, reason);
    }
}

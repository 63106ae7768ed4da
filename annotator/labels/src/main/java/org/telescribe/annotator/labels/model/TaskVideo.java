package org.telescribe.annotator.labels.model;

/// One camera's video of an episode.
///
/// @param view name of the camera
/// @param file the file or address, as the draft has it
/// @param sha256 hash of the file, lower-case hexadecimal; empty until somebody has read it
public record TaskVideo(String view, String file, String sha256) {
    /// {@return the same with its hash}
    ///
    /// @param hash of the file, lower-case hexadecimal
    public TaskVideo withSha256(String hash) {
        return new TaskVideo(view, file, hash);
    }
}

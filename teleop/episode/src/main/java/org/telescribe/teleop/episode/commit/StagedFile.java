package org.telescribe.teleop.episode.commit;

/// A file that a commit brings.
///
/// @param temporary its name until the commit, below the dataset's directory, with slashes
/// @param target its name afterwards
/// @param bytes its size
/// @param sha256 its hash, lower-case hexadecimal
public record StagedFile(String temporary, String target, long bytes, String sha256) {}

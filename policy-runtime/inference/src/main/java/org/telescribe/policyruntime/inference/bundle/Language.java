package org.telescribe.policyruntime.inference.bundle;

/// How the instruction becomes numbers: lower case, split at spaces and punctuation, each word its line
/// in a closed vocabulary, padded with 0.
///
/// @param vocabularyFile file in the bundle, a word a line; the first line is the padding
/// @param length number of tokens
public record Language(String vocabularyFile, int length) {}

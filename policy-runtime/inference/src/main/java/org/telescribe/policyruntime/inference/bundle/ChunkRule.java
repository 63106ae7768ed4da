package org.telescribe.policyruntime.inference.bundle;

/// How many actions are made at once, and how many of them are carried out.
///
/// @param size actions in a chunk
/// @param executed actions that are carried out before the next chunk takes over
public record ChunkRule(int size, int executed) {}

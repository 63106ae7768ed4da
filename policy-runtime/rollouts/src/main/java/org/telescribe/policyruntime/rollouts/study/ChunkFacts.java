package org.telescribe.policyruntime.rollouts.study;

/// One chunk of a rollout.
///
/// @param observationTick tick of the observation that it was made from
/// @param computedNanos how long it took to compute, nanoseconds
/// @param jumpRad how far its first action is from where that joint was last sent, the worst joint,
///     radians
public record ChunkFacts(long observationTick, long computedNanos, double jumpRad) {}

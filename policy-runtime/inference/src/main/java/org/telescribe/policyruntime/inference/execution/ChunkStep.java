package org.telescribe.policyruntime.inference.execution;

/// What to do at a tick of the policy.
public enum ChunkStep {
    /// No chunk has come yet: the arm stays where it is.
    WAIT,
    /// Carry out the action.
    ACT,
    /// The next chunk is late: the last action stands.
    STAND,
    /// The next chunk is too late: HOLD, which only a person ends.
    HOLD
}

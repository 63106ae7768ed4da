package org.telescribe.policyruntime.inference.bundle;

/// What an action's number is measured from.
public enum ActionRepresentation {
    /// From the channel's own zero.
    ABSOLUTE,
    /// From the state of the same name at the observation that the chunk was made from, not from the
    /// state when the action is carried out.
    RELATIVE_TO_OBSERVED_STATE
}

package org.telescribe.policyruntime.inference.check;

/// What is checked, in the order of checking.
public enum CheckSubject {
    /// `policy.yaml` can be read.
    MANIFEST,
    /// Each file has the hash that the manifest says.
    FILES,
    /// The robot and the rate are those of the training.
    ROBOT,
    /// The station has each state channel, in the same unit.
    STATE,
    /// The station has each action channel, in the same unit.
    ACTIONS,
    /// Open and closed are the same numbers.
    GRIPPERS,
    /// Each channel has statistics.
    STATISTICS,
    /// The station has each camera.
    CAMERAS,
    /// The vocabulary can be read.
    LANGUAGE,
    /// The graph has the inputs and outputs that the manifest says.
    GRAPH,
    /// It is computed on what it needs.
    PROVIDER,
    /// The golden sample comes out as its maker got it.
    GOLDEN_SAMPLE
}

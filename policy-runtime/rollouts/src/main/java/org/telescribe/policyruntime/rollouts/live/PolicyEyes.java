package org.telescribe.policyruntime.rollouts.live;

import org.telescribe.policyruntime.inference.observation.Observation;

/// Gives a policy its pictures, at inference only. Called by the thread of [PolicyHands], which
/// never waits for them.
public interface PolicyEyes {
    /// Asks for pictures of now. What was asked for before and is not there yet is forgotten.
    void open();

    /// {@return whether the pictures that were asked for last are there}
    boolean seen();

    /// Copies them: one of each camera of the policy's manifest, in its order, with when it was taken.
    ///
    /// @param into the observation
    void copyTo(Observation into);
}

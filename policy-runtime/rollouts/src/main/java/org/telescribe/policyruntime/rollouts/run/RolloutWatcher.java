package org.telescribe.policyruntime.rollouts.run;

import java.util.function.Supplier;
import org.telescribe.policyruntime.inference.session.PolicyInsight;
import org.telescribe.policyruntime.rollouts.study.ChunkFacts;

/// Sees a rollout while it goes on, on the runner's thread. The arrays belong to the runner.
public interface RolloutWatcher {
    /// One that looks away.
    RolloutWatcher NOBODY = new RolloutWatcher() {};

    /// A rollout begins.
    ///
    /// @param task what is asked for
    default void begins(RolloutTask task) {}

    /// A chunk was computed.
    ///
    /// @param facts when and how long
    /// @param insight makes a copy of everything that the policy saw and said; during this call only
    default void chunk(ChunkFacts facts, Supplier<PolicyInsight> insight) {}

    /// A tick of the policy's rate is about to be carried out.
    ///
    /// @param tick its number, from 0
    /// @param stateRad where the joints are, the station's order
    /// @param requestedRad what the policy wants, the station's order
    /// @param sentRad where the safety gate lets the servos be by the end of the tick, the station's
    ///     order
    default void tick(long tick, double[] stateRad, double[] requestedRad, double[] sentRad) {}
}

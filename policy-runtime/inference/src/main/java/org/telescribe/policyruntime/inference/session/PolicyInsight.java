package org.telescribe.policyruntime.inference.session;

import java.util.List;
import org.telescribe.policyruntime.inference.bundle.PolicyManifest;
import org.telescribe.policyruntime.inference.observation.Observation;
import org.telescribe.policyruntime.inference.observation.PolicyCodec;

/// Everything about one chunk: what the policy saw and what it made of it. A copy, for screens and
/// episodes.
///
/// @param epoch number of the run
/// @param observationTick tick of the observation
/// @param observationNanos when the state was read, session clock, nanoseconds
/// @param computeNanos how long the chunk took, nanoseconds
/// @param instruction what a person asked for
/// @param tokens the same in the policy's numbers
/// @param pictures the pictures, in the manifest's order
/// @param state the state, in the manifest's order
/// @param rawActions for each action the graph's numbers
/// @param finalActions for each action the numbers in the channels' units
public record PolicyInsight(
        long epoch,
        long observationTick,
        long observationNanos,
        long computeNanos,
        String instruction,
        List<Long> tokens,
        List<SeenPicture> pictures,
        List<SeenState> state,
        List<List<Float>> rawActions,
        List<List<Double>> finalActions) {
    /// Copies the lists.
    public PolicyInsight {
        tokens = List.copyOf(tokens);
        pictures = List.copyOf(pictures);
        state = List.copyOf(state);
        rawActions = List.copyOf(rawActions);
        finalActions = List.copyOf(finalActions);
    }

    /// {@return a copy of a chunk that the calling thread has just computed}
    ///
    /// @param manifest the policy
    /// @param observation what it was told
    /// @param codec what encoded the observation last
    /// @param raw the graph's numbers, one action after the other
    /// @param actions the actions in the channels' units, one after the other
    /// @param computeNanos how long the chunk took, nanoseconds
    public static PolicyInsight of(
            PolicyManifest manifest,
            Observation observation,
            PolicyCodec codec,
            float[] raw,
            double[] actions,
            long computeNanos) {
        InsightCopy.Kept kept = new InsightCopy.Kept(raw.length);
        System.arraycopy(raw, 0, kept.raw, 0, raw.length);
        System.arraycopy(actions, 0, kept.actions, 0, actions.length);
        kept.computeNanos = computeNanos;
        return InsightCopy.of(manifest, observation, codec, kept);
    }
}

package org.telescribe.policyruntime.inference.session;

import java.util.List;

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
}

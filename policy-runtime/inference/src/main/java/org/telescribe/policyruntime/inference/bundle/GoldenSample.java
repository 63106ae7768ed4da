package org.telescribe.policyruntime.inference.bundle;

import java.util.List;

/// One observation and the actions that the policy's maker got from it.
///
/// @param pictures as a camera gives them, one for each role
/// @param state in the channels' units and order
/// @param instruction what was asked for; empty when the policy takes no instruction
/// @param actionsFile file in the bundle: the final actions in the channels' units, measured from the
///     channels' own zeros, 32-bit little-endian numbers, action by action
/// @param tolerance how far an action may be off, in the channel's unit
public record GoldenSample(
        List<GoldenPicture> pictures, List<Double> state, String instruction, String actionsFile, double tolerance) {
    /// Copies.
    public GoldenSample {
        pictures = List.copyOf(pictures);
        state = List.copyOf(state);
    }
}

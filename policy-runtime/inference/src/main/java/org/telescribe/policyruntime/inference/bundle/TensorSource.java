package org.telescribe.policyruntime.inference.bundle;

/// Where an input of the graph comes from.
public sealed interface TensorSource {
    /// The state channels, normalised, in the manifest's order.
    record State() implements TensorSource {}

    /// A picture.
    ///
    /// @param role role of the camera
    record Camera(String role) implements TensorSource {}

    /// The instruction's tokens.
    record Instruction() implements TensorSource {}
}

package org.telescribe.policyruntime.inference.bundle;

/// What a graph is computed on.
public enum ExecutionProvider {
    /// The processor.
    CPU,
    /// An NVIDIA graphics card.
    CUDA
}

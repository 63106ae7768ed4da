package org.telescribe.policyruntime.inference.bundle;

import java.util.List;

/// The one graph that makes a chunk.
///
/// @param file ONNX file in the bundle
/// @param inputs all of its inputs
/// @param actions the output that holds the chunk, action by action
public record PolicyGraph(String file, List<GraphInput> inputs, TensorShape actions) {
    /// Copies.
    public PolicyGraph {
        inputs = List.copyOf(inputs);
    }
}

package org.telescribe.policyruntime.inference.bundle;

/// An input of the graph.
///
/// @param shape name, type and sizes
/// @param source what goes into it
public record GraphInput(TensorShape shape, TensorSource source) {}

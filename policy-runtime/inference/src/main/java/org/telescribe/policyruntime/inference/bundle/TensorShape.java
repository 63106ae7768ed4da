package org.telescribe.policyruntime.inference.bundle;

import java.util.List;

/// What a tensor of the graph is like. All sizes are fixed.
///
/// @param tensor its name in the graph
/// @param type what it is made of
/// @param sizes sizes, outermost first, each at least 1
public record TensorShape(String tensor, ElementType type, List<Long> sizes) {
    /// Copies.
    public TensorShape {
        sizes = List.copyOf(sizes);
    }

    /// {@return number of elements}
    public long elements() {
        return sizes.stream().reduce(1L, Math::multiplyExact);
    }

    /// {@return sizes as an array}
    public long[] array() {
        return sizes.stream().mapToLong(Long::longValue).toArray();
    }
}

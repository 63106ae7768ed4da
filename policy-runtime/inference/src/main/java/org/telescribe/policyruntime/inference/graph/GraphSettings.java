package org.telescribe.policyruntime.inference.graph;

import org.telescribe.policyruntime.inference.bundle.ExecutionProvider;

/// How a graph is computed.
///
/// @param preferred what to try first; the processor is taken where that is not there
/// @param threads threads that work on one graph, at least 1; none of them spins
public record GraphSettings(ExecutionProvider preferred, int threads) {
    private static final int LEFT_FOR_THE_LOOP = 2;
    private static final int MOST_THREADS = 8;

    /// {@return all cores but two, at most eight}
    ///
    /// @param preferred what to try first
    /// @param cores cores of the machine
    public static GraphSettings leavingRoom(ExecutionProvider preferred, int cores) {
        return new GraphSettings(preferred, Math.clamp(cores - (long) LEFT_FOR_THE_LOOP, 1, MOST_THREADS));
    }
}

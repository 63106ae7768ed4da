package org.telescribe.policyruntime.inference.execution;

/// When chunks are asked for and how long a late one is waited for.
///
/// @param size actions in a chunk
/// @param executed actions that are carried out before the next chunk takes over
/// @param leadTicks how many actions before that the next chunk is asked for; 0 waits at each chunk's
///     end
/// @param graceTicks how many ticks the last action stands when the next chunk is late, before HOLD; the
///     first chunk may take as long
public record ChunkTiming(int size, int executed, int leadTicks, int graceTicks) {
    /// Refuses what cannot be carried out.
    public ChunkTiming {
        if (executed < 1 || executed > size) {
            throw new IllegalArgumentException("%d actions of a chunk of %d".formatted(executed, size));
        }
        if (leadTicks < 0 || leadTicks >= executed || executed + leadTicks > size) {
            throw new IllegalArgumentException(
                    "asking %d actions ahead: at most %d of %d are carried out, the chunk has %d"
                            .formatted(leadTicks, executed, executed, size));
        }
        if (graceTicks < 0) {
            throw new IllegalArgumentException("graceTicks %d < 0".formatted(graceTicks));
        }
    }
}

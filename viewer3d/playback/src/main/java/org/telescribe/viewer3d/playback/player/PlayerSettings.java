package org.telescribe.viewer3d.playback.player;

/// How a player uses the machine.
///
/// @param budgetBytes most bytes of decoded pictures, all cameras together
/// @param threadsPerDecoder how many threads each decoder may use
/// @param dragRestNanos how long the playhead must rest while it is dragged before the exact picture is
///     decoded
public record PlayerSettings(long budgetBytes, int threadsPerDecoder, long dragRestNanos) {
    private static final long USUAL_BUDGET_BYTES = 96L << 20;
    private static final long USUAL_DRAG_REST_NANOS = 120_000_000L;

    /// Checks.
    public PlayerSettings {
        if (budgetBytes < 1 || threadsPerDecoder < 1 || dragRestNanos < 0) {
            throw new IllegalArgumentException("budget %d B, %d threads, rest %d ns: too small"
                    .formatted(budgetBytes, threadsPerDecoder, dragRestNanos));
        }
    }

    /// {@return the usual settings: 96 MiB, one thread each}
    public static PlayerSettings usual() {
        return new PlayerSettings(USUAL_BUDGET_BYTES, 1, USUAL_DRAG_REST_NANOS);
    }

    /// {@return the same with another budget}
    ///
    /// @param bytes most bytes of decoded pictures
    public PlayerSettings withBudgetBytes(long bytes) {
        return new PlayerSettings(bytes, threadsPerDecoder, dragRestNanos);
    }
}

package org.telescribe.devices.emulator.motion;

import java.util.SplittableRandom;

/// Where the things on the bench lie at first, bench frame.
///
/// @param leftBlockXMetres block for the left arm
/// @param leftBlockYMetres block for the left arm
/// @param leftBlockYawRad how it is turned
/// @param rightBlockXMetres block for the right arm
/// @param rightBlockYMetres block for the right arm
/// @param rightBlockYawRad how it is turned
/// @param bowlXMetres bowl
/// @param bowlYMetres bowl
public record BenchScene(
        double leftBlockXMetres,
        double leftBlockYMetres,
        double leftBlockYawRad,
        double rightBlockXMetres,
        double rightBlockYMetres,
        double rightBlockYawRad,
        double bowlXMetres,
        double bowlYMetres) {
    /// Scatters them within reach.
    ///
    /// @param seed the same seed gives the same scene
    /// @return a scene
    public static BenchScene scattered(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new BenchScene(
                random.nextDouble(-0.20, -0.12),
                random.nextDouble(-0.13, 0.13),
                random.nextDouble(-0.6, 0.6),
                random.nextDouble(0.12, 0.20),
                random.nextDouble(-0.13, 0.13),
                random.nextDouble(-0.6, 0.6),
                random.nextDouble(-0.015, 0.015),
                random.nextDouble(-0.02, 0.05));
    }
}

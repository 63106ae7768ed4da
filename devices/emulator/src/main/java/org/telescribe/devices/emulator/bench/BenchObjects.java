package org.telescribe.devices.emulator.bench;

import java.util.Random;

/// Where things lie on the bench when an episode begins.
///
/// @param red the red block
/// @param blue the blue block
/// @param green a block nobody is asked to move
/// @param yellow another one
/// @param bowl the bowl's middle
/// @param pad the pad's middle
public record BenchObjects(Place red, Place blue, Place green, Place yellow, Place bowl, Place pad) {
    /// A place on the table.
    ///
    /// @param xMetres bench frame
    /// @param yMetres bench frame
    public record Place(double xMetres, double yMetres) {}

    /// {@return a layout in which nothing overlaps}
    ///
    /// @param seed another seed, another layout
    public static BenchObjects of(long seed) {
        Random random = new Random(seed ^ 0x5DEECE66DL);
        return new BenchObjects(
                near(-0.14, -0.12, random),
                near(0.15, -0.13, random),
                near(-0.05, -0.20, random),
                near(0.05, -0.06, random),
                new Place(-0.06, 0.13),
                new Place(0.13, 0.12));
    }

    private static Place near(double xMetres, double yMetres, Random random) {
        return new Place(
                xMetres + 0.025 * (random.nextDouble() * 2 - 1), yMetres + 0.025 * (random.nextDouble() * 2 - 1));
    }
}

package org.telescribe.devices.emulator.bench;

import java.util.ArrayList;
import java.util.List;
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
    /// How far the middles of scattered blocks are from each other at least, metres.
    public static final double APART_METRES = 0.08;

    private static final int BLOCKS = 4;
    private static final double SCATTER_HALF_WIDTH_METRES = 0.16;
    private static final double SCATTER_NEAR_METRES = -0.21;
    private static final double SCATTER_FAR_METRES = 0.03;

    /// A place on the table.
    ///
    /// @param xMetres bench frame
    /// @param yMetres bench frame
    public record Place(double xMetres, double yMetres) {
        /// {@return how far another place is, metres}
        ///
        /// @param other the other place
        public double metresTo(Place other) {
            return Math.hypot(xMetres - other.xMetres, yMetres - other.yMetres);
        }
    }

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

    /// {@return a layout in which the blocks lie anywhere between the arms, at least
    /// [#APART_METRES] from each other; bowl and pad are where they always are}
    ///
    /// @param seed another seed, another layout
    public static BenchObjects scattered(long seed) {
        Random random = new Random(seed ^ 0x2545F4914F6CDD1DL);
        List<Place> places = new ArrayList<>();
        while (places.size() < BLOCKS) {
            Place place = new Place(
                    SCATTER_HALF_WIDTH_METRES * (random.nextDouble() * 2 - 1),
                    SCATTER_NEAR_METRES + (SCATTER_FAR_METRES - SCATTER_NEAR_METRES) * random.nextDouble());
            if (places.stream().allMatch(other -> other.metresTo(place) >= APART_METRES)) {
                places.add(place);
            }
        }
        BenchObjects usual = of(seed);
        return new BenchObjects(places.get(0), places.get(1), places.get(2), places.get(3), usual.bowl(), usual.pad());
    }

    private static Place near(double xMetres, double yMetres, Random random) {
        return new Place(
                xMetres + 0.025 * (random.nextDouble() * 2 - 1), yMetres + 0.025 * (random.nextDouble() * 2 - 1));
    }
}

package org.telescribe.devices.emulator.physics;

import org.telescribe.devices.emulator.bench.BenchObjects;

/// The blocks of the bench, in the order in which states list them.
public enum BenchBlock {
    /// The one for the bowl.
    RED(0.3),
    /// The one for the pad.
    BLUE(-0.2),
    /// Nobody is asked to move it.
    GREEN(0.7),
    /// Nobody is asked to move it.
    YELLOW(0.1);

    private final double startTurnRad;

    BenchBlock(double startTurnRad) {
        this.startTurnRad = startTurnRad;
    }

    double startTurnRad() {
        return startTurnRad;
    }

    /// {@return where it lies at the beginning}
    ///
    /// @param objects where things lie
    public BenchObjects.Place startPlace(BenchObjects objects) {
        return switch (this) {
            case RED -> objects.red();
            case BLUE -> objects.blue();
            case GREEN -> objects.green();
            case YELLOW -> objects.yellow();
        };
    }
}

package org.telescribe.devices.emulator.physics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.telescribe.devices.emulator.bench.BenchArms;

/// A process of its own that runs the scripted task and writes the hash of its end.
final class HashChild {
    private HashChild() {}

    public static void main(String[] arguments) throws IOException {
        BenchArms arms = new BenchArms();
        try (BenchWorld world = new BenchWorld(arms, 7)) {
            long hash = Runs.scripted(world, arms, Long.parseLong(arguments[1])).hash();
            Files.writeString(Path.of(arguments[0]), Long.toHexString(hash));
        }
    }
}

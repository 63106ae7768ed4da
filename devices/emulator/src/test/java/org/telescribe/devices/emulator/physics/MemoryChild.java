package org.telescribe.devices.emulator.physics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.telescribe.devices.emulator.bench.BenchArms;

/// A process whose Java heap is fixed and touched from the start, so that what its memory grows by is
/// native: over the asked resets of one world, and by worlds that nobody closes.
final class MemoryChild {
    private static final Path MEMORY = Path.of("/proc/self/smaps_rollup");
    static final List<String> OPTIONS =
            List.of("-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final int NEVER_CLOSED = 40;

    private MemoryChild() {}

    public static void main(String[] arguments) throws IOException {
        int resets = Integer.parseInt(arguments[1]);
        BenchArms arms = new BenchArms();
        long growthKib;
        try (BenchWorld world = new BenchWorld(arms, 0)) {
            reset(world, arms, 2 * resets);
            long beforeKib = anonymousKib();
            reset(world, arms, resets);
            growthKib = anonymousKib() - beforeKib;
        }
        long beforeKib = anonymousKib();
        List<BenchWorld> worlds = new ArrayList<>();
        for (int i = 0; i < NEVER_CLOSED; i++) {
            BenchWorld world = new BenchWorld(arms, i);
            world.step(arms.restRad(), arms.restRad());
            worlds.add(world);
        }
        long oneKib = (anonymousKib() - beforeKib) / worlds.size();
        Files.writeString(Path.of(arguments[0]), "%d %d".formatted(growthKib, oneKib));
    }

    private static void reset(BenchWorld world, BenchArms arms, int count) {
        double[] rest = arms.restRad();
        for (int i = 0; i < count; i++) {
            world.reset(i);
            world.step(rest, rest);
            world.state();
        }
    }

    private static long anonymousKib() throws IOException {
        return Files.readAllLines(MEMORY).stream()
                .filter(line -> line.startsWith("Anonymous:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }
}

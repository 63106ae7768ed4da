package org.telescribe.teleop.episode.powercut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.durable.DurableInput;
import org.telescribe.teleop.episode.durable.DurableOutput;

class PowerCutReplayTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void nothingAcknowledgedIsLost(long seed) {
        PowerCutReport report = PowerCutReplay.run(seed, 400);
        assertEquals(List.of(), report.firstLosses());
        assertEquals(0, report.lost());
        assertTrue(report.cuts() >= 400, report.toString());
        assertTrue(report.cutsDuringRecovery() > 25, report.toString());
    }

    @Test
    void theSameSeedLosesPowerInTheSameWay() {
        assertEquals(PowerCutReplay.run(9, 200), PowerCutReplay.run(9, 200));
    }

    @ParameterizedTest(name = "without forcing {0}")
    @ValueSource(
            strings = {"commits.log", ".journal", "data/chunk-000", "info.json", "directory data", "directory journal"})
    void aProtocolThatForgetsToForceIsCaught(String forgotten) {
        Predicate<String> forgets = name -> name.contains(forgotten);
        PowerCutReport report = PowerCutReplay.run(5, 400, files -> new ForgetfulFiles(files, forgets));
        assertTrue(report.lost() > 0, "the replay did not notice that %s was never forced".formatted(forgotten));
    }

    /// Passes everything on but some forces.
    private record ForgetfulFiles(DurableFiles files, Predicate<String> forgets) implements DurableFiles {
        @Override
        public DurableOutput create(Path file) throws IOException {
            return new ForgetfulOutput(files.create(file), forgets.test(file.toString()));
        }

        @Override
        public DurableOutput append(Path file) throws IOException {
            return new ForgetfulOutput(files.append(file), forgets.test(file.toString()));
        }

        @Override
        public DurableInput open(Path file) throws IOException {
            return files.open(file);
        }

        @Override
        public void adopt(Path file) throws IOException {
            files.adopt(file);
        }

        @Override
        public void makeDirectories(Path directory) throws IOException {
            files.makeDirectories(directory);
        }

        @Override
        public void forceDirectory(Path directory) throws IOException {
            if (!forgets.test("directory " + Path.of("/dataset").relativize(directory))
                    && !forgets.test("directory " + directory.getFileName())) {
                files.forceDirectory(directory);
            }
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            files.rename(from, to);
        }

        @Override
        public void delete(Path file) throws IOException {
            files.delete(file);
        }

        @Override
        public void truncate(Path file, long bytes) throws IOException {
            files.truncate(file, bytes);
        }

        @Override
        public boolean exists(Path file) {
            return files.exists(file);
        }

        @Override
        public long sizeBytes(Path file) throws IOException {
            return files.sizeBytes(file);
        }

        @Override
        public List<Path> list(Path directory) throws IOException {
            return files.list(directory);
        }
    }

    private record ForgetfulOutput(DurableOutput output, boolean forgets) implements DurableOutput {
        @Override
        public void write(ByteBuffer bytes) throws IOException {
            output.write(bytes);
        }

        @Override
        public void force() throws IOException {
            if (!forgets) {
                output.force();
            }
        }

        @Override
        public void close() throws IOException {
            output.close();
        }
    }
}

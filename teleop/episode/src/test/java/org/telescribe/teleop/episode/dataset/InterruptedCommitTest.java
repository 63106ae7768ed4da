package org.telescribe.teleop.episode.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.teleop.episode.check.DatasetVerifier;
import org.telescribe.teleop.episode.check.VerificationReport;
import org.telescribe.teleop.episode.commit.Sha256;
import org.telescribe.teleop.episode.durable.NioDurableFiles;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.model.EpisodeVerdict;
import org.telescribe.teleop.episode.model.VideoSettings;

/// Real files, and a disk that stops in the middle: the directory is sound exactly as it was left,
/// and after recovery.
class InterruptedCommitTest {
    private static final int PLENTY = 1_000_000;
    private static final int STRIDE = 3;

    @TempDir
    Path directory = Path.of("");

    private final SampleRecordings sample = new SampleRecordings(VideoSettings.motionJpeg(), 20, 5);

    private void assertSound(String when, int episodes) {
        VerificationReport report = DatasetVerifier.verify(directory, true);
        assertTrue(report.sound(), () -> when + ": " + report.findings());
        assertEquals(episodes, report.episodes(), when);
    }

    private Map<String, String> hashesOfEpisodeFiles() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (file.toString().contains("/chunk-000/file-000.")) {
                    hashes.put(file.toString(), Sha256.of(new NioDurableFiles(), file));
                }
            }
        }
        return hashes;
    }

    @Test
    void aCommitThatStopsAnywhereIsWhollyThereOrNotAtAll() throws IOException {
        int changes = 0;
        Path parent = directory;
        do {
            directory = parent.resolve("stopped-after-" + changes);
            changes += STRIDE;
        } while (stopsAndRecovers(changes - STRIDE));
        assertTrue(changes > 25, "a commit takes more than %d changes of the disk".formatted(changes));
    }

    /// {@return whether the commit was stopped: it is not once it has all the changes that it
    /// needs}
    private boolean stopsAndRecovers(int changes) throws IOException {
        KilledFiles files = new KilledFiles(PLENTY);
        Map<String, String> before;
        boolean stopped = true;
        try (RecordingDataset dataset =
                RecordingDataset.open(directory, sample.schema(), files, new SystemSessionClock())) {
            sample.recordOpen(dataset, 10, "put it away").commit(sample.end(10), EpisodeVerdict.unrated());
            before = hashesOfEpisodeFiles();
            PendingEpisode pending = sample.recordOpen(dataset, 15, "open it").finish(sample.end(15));
            files.allow(changes);
            try {
                pending.keep(EpisodeVerdict.unrated());
                stopped = false;
            } catch (DatasetException refused) {
                assertTrue(String.valueOf(refused.getMessage()).contains("no space left"), refused.getMessage());
                assertEquals(1, dataset.episodes(), "not acknowledged");
            }
        }
        String when = "after %d changes".formatted(changes);
        assertSound(
                when + ", as it was left",
                DatasetVerifier.verify(directory, true).episodes());
        DatasetRecovery.recover(directory, new NioDurableFiles(), new SystemSessionClock());
        assertSound(when + ", recovered", 2);
        assertEquals(before, hashesOfEpisodeFiles(), "files of the saved episode");
        assertTrue(DatasetRecovery.recover(directory, new NioDurableFiles(), new SystemSessionClock())
                .nothingToDo());
        return stopped;
    }

    @Test
    void aFullDiskWhileRecordingLosesNothingThatWasSafe() {
        KilledFiles files = new KilledFiles(PLENTY);
        long safe;
        try (RecordingDataset dataset =
                RecordingDataset.open(directory, sample.schema(), files, new SystemSessionClock())) {
            EpisodeRecording recording = sample.recordOpen(dataset, 14, "put it away");
            recording.forceIfDue(Long.MAX_VALUE / 4);
            safe = recording.durableRows();
            files.allow(0);
            recording.append(sample.row(14));
            DatasetException full =
                    assertThrows(DatasetException.class, () -> recording.forceIfDue(Long.MAX_VALUE / 2));
            assertTrue(String.valueOf(full.getMessage()).contains("no space left"), full.getMessage());
            assertThrows(DatasetException.class, () -> recording.append(sample.row(15)));
        }
        RecoveryReport report = DatasetRecovery.recover(directory, new NioDurableFiles(), new SystemSessionClock());
        assertTrue(safe > 0);
        assertTrue(report.recovered().getFirst().rows() >= safe);
        assertSound("recovered", 1);
    }

    @Test
    void packingThatStopsAnywhereIsWhollyDoneOrNotAtAll() {
        try (RecordingDataset dataset =
                RecordingDataset.open(directory, sample.schema(), new NioDurableFiles(), new SystemSessionClock())) {
            for (int episode = 0; episode < 4; episode++) {
                sample.recordOpen(dataset, 8 + episode, "task " + episode % 2)
                        .commit(sample.end(8), EpisodeVerdict.unrated());
            }
        }
        List<Integer> stops = new ArrayList<>(List.of(2, 5, 9, 11, 13, 16, 20, 26));
        for (int changes : stops) {
            KilledFiles files = new KilledFiles(changes);
            try {
                DatasetCompactor.compact(directory, CompactionLimits.ofLeRobot(), files, new SystemSessionClock());
            } catch (DatasetException stopped) {
                assertTrue(String.valueOf(stopped.getMessage()).contains("no space left"), stopped.getMessage());
            }
            assertSound("stopped after %d changes".formatted(changes), 4);
        }
        DatasetRecovery.recover(directory, new NioDurableFiles(), new SystemSessionClock());
        assertSound("recovered", 4);
    }

    @Test
    void aVerdictWhoseTakingBackStopsAnywhereLeavesNoHalfEpisode() throws IOException {
        int changes = 0;
        Path parent = directory;
        do {
            directory = parent.resolve("taken-back-" + changes);
            changes++;
        } while (takesBackAndRecovers(changes - 1));
        assertTrue(changes > 10, "taking back takes more than %d changes of the disk".formatted(changes));
    }

    private boolean takesBackAndRecovers(int changes) throws IOException {
        KilledFiles files = new KilledFiles(PLENTY);
        boolean stopped = true;
        try (RecordingDataset dataset =
                RecordingDataset.open(directory, sample.schema(), files, new SystemSessionClock())) {
            sample.recordOpen(dataset, 10, "put it away").commit(sample.end(10), EpisodeVerdict.unrated());
            CommittedEpisode second =
                    sample.recordOpen(dataset, 15, "open it").commit(sample.end(15), EpisodeVerdict.unrated());
            files.allow(changes);
            try {
                dataset.takeBack(second.id());
                stopped = false;
            } catch (DatasetException refused) {
                assertTrue(String.valueOf(refused.getMessage()).contains("no space left"), refused.getMessage());
            }
        }
        String when = "after %d changes".formatted(changes);
        assertSound(
                when + ", as it was left",
                DatasetVerifier.verify(directory, true).episodes());
        DatasetRecovery.recover(directory, new NioDurableFiles(), new SystemSessionClock());
        assertSound(when + ", recovered", 2); // in the dataset still, or recovered from its journal
        return stopped;
    }
}

package org.telescribe.app.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.app.annotate.Drafts;
import org.telescribe.app.station.BenchPictureMaker;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.teleop.episode.check.DatasetVerifier;
import org.telescribe.teleop.episode.check.VerificationReport;
import org.telescribe.teleop.episode.read.EpisodeReader;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;

class DemonstrationSetTest {
    private final DemonstrationSet set =
            new DemonstrationSet(new BenchArms(), BenchPictureMaker.software(), new SystemSessionClock());

    @Test
    void demonstrationsBecomeADatasetThatVerifies(@TempDir Path folder) {
        Path dataset = folder.resolve("reach");
        List<Integer> told = new ArrayList<>();

        DemonstrationSet.Recorded recorded = set.record(dataset, 2, 11, told::add);

        assertEquals(List.of(1, 2), told);
        assertEquals(2, recorded.episodes());
        assertTrue(recorded.rows() > 100, recorded.toString());
        VerificationReport report = DatasetVerifier.verify(dataset, false);
        assertTrue(report.sound(), report.findings().toString());
        assertEquals(recorded.rows(), report.rows());
        try (EpisodeReader reader = EpisodeReader.open(dataset)) {
            AnnotationTask draft = Drafts.of(EpisodeClip.load(reader, 1));
            assertTrue(draft.instructionRaw().startsWith("Reach the "), draft.instructionRaw());
            assertEquals(3, draft.videos().size());
            draft.videos().forEach(video -> assertTrue(video.sha256().matches("[0-9a-f]{64}"), video.toString()));
        }
    }
}

package org.telescribe.app.station;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.telescribe.teleop.episode.dataset.CommittedEpisode;
import org.telescribe.teleop.episode.dataset.RecoveryReport;
import org.telescribe.teleop.episode.model.EpisodeId;

class RecoverySentenceTest {
    @Test
    void saysNothingWhenNothingWasRecovered() {
        assertEquals("", RecoverySentence.of(new RecoveryReport(0, 0, List.of(), List.of()), 30));
    }

    @Test
    void saysUpToWhichMomentTheInterruptedEpisodeIsSaved() {
        CommittedEpisode cut =
                new CommittedEpisode(new EpisodeId(new UUID(1, 2)), 11, 1_236, 1_236, List.of(), 1, true);
        assertEquals(
                "Recovered after a crash: 11 episodes complete, episode 11 up to 0:41.2.",
                RecoverySentence.of(new RecoveryReport(0, 0, List.of(cut), List.of()), 30));
    }

    @Test
    void saysThatACutOffCommitWasFinished() {
        assertEquals(
                "Recovered after a crash: 1 episode whose saving was cut off is saved now.",
                RecoverySentence.of(new RecoveryReport(1, 2, List.of(), List.of()), 30));
    }

    @Test
    void saysWhereAJournalWithNothingToSaveLies() {
        assertEquals(
                "journal-3 holds nothing to save and lies in .telescribe/trash: It has no row.",
                RecoverySentence.of(
                        new RecoveryReport(
                                0, 0, List.of(), List.of(new RecoveryReport.KeptAside("journal-3", "It has no row."))),
                        30));
    }
}

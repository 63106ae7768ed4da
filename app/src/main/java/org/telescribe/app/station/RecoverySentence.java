package org.telescribe.app.station;

import java.util.List;
import java.util.Locale;
import org.telescribe.teleop.episode.dataset.CommittedEpisode;
import org.telescribe.teleop.episode.dataset.RecoveryReport;

/// What opening a dataset recovered, in a sentence for the person who opened it.
public final class RecoverySentence {
    private static final int SECONDS_PER_MINUTE = 60;

    private RecoverySentence() {}

    /// Words a report.
    ///
    /// @param report what recovery found and did
    /// @param framesPerSecond rows a second, hertz
    /// @return the sentence, empty when nothing was recovered or put aside
    public static String of(RecoveryReport report, int framesPerSecond) {
        StringBuilder text = new StringBuilder();
        List<CommittedEpisode> recovered = report.recovered();
        if (!recovered.isEmpty()) {
            CommittedEpisode first = recovered.getFirst();
            text.append("Recovered after a crash: ")
                    .append(count(first.episodeIndex(), "episode"))
                    .append(" complete");
            for (CommittedEpisode episode : recovered) {
                text.append(", episode %d up to %s"
                        .formatted(episode.episodeIndex(), minutes(episode.rows(), framesPerSecond)));
            }
            text.append(". ");
        } else if (report.replayedCommits() > 0) {
            text.append("Recovered after a crash: ")
                    .append(count(report.replayedCommits(), "episode"))
                    .append(" whose saving was cut off is saved now. ");
        }
        for (RecoveryReport.KeptAside kept : report.keptAside()) {
            text.append("%s holds nothing to save and lies in .telescribe/trash: %s "
                    .formatted(kept.journal(), kept.reason()));
        }
        return text.toString().strip();
    }

    private static String count(int number, String word) {
        return number == 1 ? "1 " + word : number + " " + word + "s";
    }

    private static String minutes(int rows, int framesPerSecond) {
        double seconds = (double) rows / framesPerSecond;
        int whole = (int) (seconds / SECONDS_PER_MINUTE);
        return String.format(Locale.ROOT, "%d:%04.1f", whole, seconds - whole * SECONDS_PER_MINUTE);
    }
}

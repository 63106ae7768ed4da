package org.telescribe.app.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.teleop.control.recorder.EpisodeReport;
import org.telescribe.teleop.episode.check.DatasetVerifier;
import org.telescribe.teleop.episode.check.VerificationReport;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.read.DatasetInfo;
import org.telescribe.teleop.episode.read.EpisodeReader;
import org.telescribe.teleop.episode.read.FeatureValues;

/// What the demonstration wrote, as read back from disk.
///
/// @param verified whether every rule holds
/// @param lines for people
/// @param values for the JSON line
public record DemoReport(boolean verified, List<String> lines, Map<String, Object> values) {
    private static final String STATE = "observation.state";

    /// Copies.
    public DemoReport {
        lines = List.copyOf(lines);
    }

    /// Verifies and reads back.
    ///
    /// @param dataset the dataset's folder
    /// @param recorded what was recorded, as the recorder says
    /// @return the report
    /// @throws CommandFailed when it cannot be read back
    public static DemoReport of(Path dataset, List<DemoRun.Recorded> recorded) throws CommandFailed {
        try {
            VerificationReport verification = DatasetVerifier.verify(dataset, false);
            return report(dataset, recorded, verification);
        } catch (DatasetException unreadable) {
            throw new CommandFailed(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private static DemoReport report(Path dataset, List<DemoRun.Recorded> recorded, VerificationReport verification) {
        List<String> lines = new ArrayList<>();
        long rows = 0;
        int samples = 0;
        long skipped = 0;
        double lateness = 0;
        double commit = 0;
        for (DemoRun.Recorded episode : recorded) {
            EpisodeReport timing = episode.report();
            rows += episode.saved().rows();
            samples += episode.saved().samplesPerCamera();
            skipped += timing.ticksSkipped();
            lateness = Math.max(lateness, timing.latenessP99Nanos() * 1e-6);
            commit = Math.max(commit, episode.saved().commitNanos() * 1e-6);
            lines.add(String.format(
                    Locale.ROOT,
                    "Episode %d saved: %d rows, %d x %d frames, %.0f ms. Loop p99 %.2f ms late, %d ticks skipped. %s",
                    episode.saved().episodeIndex(),
                    episode.saved().rows(),
                    timing.cameras().size(),
                    episode.saved().samplesPerCamera(),
                    episode.saved().commitNanos() * 1e-6,
                    timing.latenessP99Nanos() * 1e-6,
                    timing.ticksSkipped(),
                    verdict(timing)));
        }
        readBack(dataset, lines);
        verification
                .firstBroken()
                .ifPresentOrElse(
                        broken -> lines.add("Found wrong: " + broken),
                        () -> lines.add("Verified: %d episodes, %d rows, %d pictures decoded; every rule holds."
                                .formatted(verification.episodes(), verification.rows(), verification.pictures())));
        lines.add("Dataset: " + dataset.toAbsolutePath());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("ok", verification.sound());
        values.put("dataset", dataset.toAbsolutePath().toString());
        values.put("episodes", verification.episodes());
        values.put("rows", rows);
        values.put("samples_per_camera", samples);
        values.put("verified", verification.sound());
        values.put("ticks_skipped", skipped);
        values.put("lateness_ms_p99", Math.round(lateness * 1000) / 1000.0);
        values.put("commit_ms_max", Math.round(commit * 10) / 10.0);
        return new DemoReport(verification.sound(), lines, values);
    }

    /// The grade, and what it is not good for.
    private static String verdict(EpisodeReport timing) {
        String reasons = timing.reasons().stream()
                .filter(reason -> reason.grade() != EpisodeReport.Grade.GOOD)
                .map(reason -> reason.name().toLowerCase(Locale.ROOT) + " " + reason.value())
                .collect(Collectors.joining(", "));
        return reasons.isEmpty() ? timing.grade().name() : "%s: %s".formatted(timing.grade(), reasons);
    }

    private static void readBack(Path dataset, List<String> lines) {
        try (EpisodeReader reader = EpisodeReader.open(dataset)) {
            DatasetInfo info = reader.info();
            FeatureValues state = reader.values(info.episodes() - 1, STATE);
            lines.add(
                    "Read back: %s, %d episodes, %d rows at %.0f Hz, %d cameras, %d features; last state has %d joints."
                            .formatted(
                                    info.version(),
                                    info.episodes(),
                                    info.rows(),
                                    info.framesPerSecond(),
                                    info.cameras().size(),
                                    info.features().size(),
                                    state.size()));
        }
    }
}

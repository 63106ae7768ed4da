package org.telescribe.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.console.CommonOptions;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.teleop.episode.check.DatasetVerifier;
import org.telescribe.teleop.episode.check.Finding;
import org.telescribe.teleop.episode.check.VerificationReport;
import org.telescribe.teleop.episode.dataset.CommittedEpisode;
import org.telescribe.teleop.episode.dataset.CompactionLimits;
import org.telescribe.teleop.episode.dataset.CompactionReport;
import org.telescribe.teleop.episode.dataset.DatasetCompactor;
import org.telescribe.teleop.episode.dataset.DatasetRecovery;
import org.telescribe.teleop.episode.dataset.RecoveryReport;
import org.telescribe.teleop.episode.durable.NioDurableFiles;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.read.DatasetInfo;
import org.telescribe.teleop.episode.read.EpisodeReader;
import org.telescribe.teleop.episode.read.FeatureInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// LeRobot datasets on disk.
@Command(name = "dataset", description = "LeRobot datasets on disk: what they hold, whether they are whole.")
final class DatasetCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        throw common.usage("telescribe dataset needs a command: info, verify, recover or compact");
    }

    /// What a dataset holds.
    @Command(
            name = "info",
            description = "Says what a LeRobot dataset (v2.1 or v3.0) holds, and which files are missing.")
    static final class Summary implements Callable<Integer> {
        private static final int MISSING_SHOWN = 5;

        @Mixin
        private CommonOptions common = new CommonOptions();

        @Parameters(paramLabel = "DIR", description = "The dataset's folder.")
        private Path directory = Path.of("");

        @Override
        public Integer call() throws CommandFailed {
            try (EpisodeReader reader = EpisodeReader.open(directory)) {
                show(reader.info());
                return 0;
            } catch (DatasetException unreadable) {
                throw new CommandFailed(String.valueOf(unreadable.getMessage()), unreadable);
            }
        }

        private void show(DatasetInfo info) {
            common.say("%s  LeRobot %s, %s".formatted(directory, info.version(), info.robotType()));
            common.say("%,d episodes, %,d rows at %.0f Hz, %d task(s), %d camera(s)"
                    .formatted(
                            info.episodes(),
                            info.rows(),
                            info.framesPerSecond(),
                            info.tasks().size(),
                            info.cameras().size()));
            for (FeatureInfo feature : info.features()) {
                common.say("  %-38s %-8s %s".formatted(feature.name(), feature.dtype(), feature.shape()));
            }
            List<String> missing = info.missingFiles();
            if (!missing.isEmpty()) {
                common.say("%,d files are missing, the first: %s"
                        .formatted(
                                missing.size(),
                                String.join(", ", missing.subList(0, Math.min(MISSING_SHOWN, missing.size())))));
            }
            if (!info.openJournals().isEmpty()) {
                common.say("%d interrupted episode(s) can be recovered: telescribe dataset recover %s"
                        .formatted(info.openJournals().size(), directory));
            }
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("ok", true);
            values.put("version", info.version());
            values.put("fps", info.framesPerSecond());
            values.put("robot_type", info.robotType());
            values.put("episodes", info.episodes());
            values.put("rows", info.rows());
            values.put("tasks", info.tasks());
            values.put("cameras", info.cameras());
            values.put(
                    "features", info.features().stream().map(FeatureInfo::name).toList());
            values.put("missing_files", missing.size());
            values.put("interrupted_episodes", info.openJournals().size());
            common.result(values);
        }
    }

    /// Whether a dataset is whole.
    @Command(
            name = "verify",
            description =
                    "Checks every rule that a reader depends on, and names the first broken file, row and reason. "
                            + "Changes nothing.")
    static final class Verify implements Callable<Integer> {
        private static final int SHOWN = 10;

        @Mixin
        private CommonOptions common = new CommonOptions();

        @Parameters(paramLabel = "DIR", description = "The dataset's folder.")
        private Path directory = Path.of("");

        @Option(names = "--fast", description = "Counts the pictures without decoding them.")
        private boolean fast;

        @Override
        public Integer call() throws CommandFailed {
            try {
                return show(DatasetVerifier.verify(directory, fast));
            } catch (DatasetException unreadable) {
                throw new CommandFailed(String.valueOf(unreadable.getMessage()), unreadable);
            }
        }

        private int show(VerificationReport report) {
            List<String> findings = new ArrayList<>();
            for (Finding finding : report.findings()) {
                if (findings.size() < SHOWN) {
                    common.say(finding.toString());
                }
                findings.add(finding.toString());
            }
            if (findings.size() > SHOWN) {
                common.say("... and %d more".formatted(findings.size() - SHOWN));
            }
            common.say("%s: %d episodes, %,d rows, %,d pictures%s. %s"
                    .formatted(
                            directory,
                            report.episodes(),
                            report.rows(),
                            report.pictures(),
                            report.decoded() ? " decoded" : " counted",
                            report.sound() ? "Every rule holds." : "Not whole; the dataset was not changed."));
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("ok", report.sound());
            values.put("verified", report.sound());
            values.put("episodes", report.episodes());
            values.put("rows", report.rows());
            values.put("pictures", report.pictures());
            values.put("decoded", report.decoded());
            values.put(
                    "first_broken", report.firstBroken().map(Finding::toString).orElse(""));
            values.put("findings", findings.subList(0, Math.min(SHOWN, findings.size())));
            common.result(values);
            return report.sound() ? 0 : 1;
        }
    }

    /// Finishes what a crash interrupted.
    @Command(
            name = "recover",
            description =
                    "Finishes what a crash or power loss interrupted: carries decided commits to their end, and saves "
                            + "each interrupted episode up to its last moment on disk.")
    static final class Recover implements Callable<Integer> {
        @Mixin
        private CommonOptions common = new CommonOptions();

        @Parameters(paramLabel = "DIR", description = "The dataset's folder.")
        private Path directory = Path.of("");

        @Override
        public Integer call() throws CommandFailed {
            try {
                show(DatasetRecovery.recover(directory, new NioDurableFiles(), new SystemSessionClock()));
                return 0;
            } catch (DatasetException refused) {
                throw new CommandFailed(String.valueOf(refused.getMessage()), refused);
            }
        }

        private void show(RecoveryReport report) {
            if (report.nothingToDo()) {
                common.say("Nothing to recover in %s.".formatted(directory));
            }
            if (report.replayedCommits() > 0) {
                common.say("%d commit(s) were carried to their end.".formatted(report.replayedCommits()));
            }
            for (CommittedEpisode episode : report.recovered()) {
                common.say("Episode %d recovered: %d rows.".formatted(episode.episodeIndex(), episode.rows()));
            }
            for (RecoveryReport.KeptAside kept : report.keptAside()) {
                common.say("%s holds nothing to save: %s It lies in .telescribe/trash."
                        .formatted(kept.journal(), kept.reason()));
            }
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("ok", true);
            values.put("replayed_commits", report.replayedCommits());
            values.put("dropped_files", report.droppedFiles());
            values.put("recovered", report.recovered().size());
            values.put(
                    "recovered_rows",
                    report.recovered().stream().mapToInt(CommittedEpisode::rows).sum());
            values.put("kept_aside", report.keptAside().size());
            common.result(values);
        }
    }

    /// Packs the many small files of a recording into few large ones.
    @Command(
            name = "compact",
            description =
                    "Packs the files of single episodes into LeRobot's file sizes (100 MB of rows, 200 MB of video), "
                            + "verified before and after; whole or not at all.")
    static final class Compact implements Callable<Integer> {
        @Mixin
        private CommonOptions common = new CommonOptions();

        @Parameters(paramLabel = "DIR", description = "The dataset's folder.")
        private Path directory = Path.of("");

        @Override
        public Integer call() throws CommandFailed {
            try {
                CompactionReport report = DatasetCompactor.compact(
                        directory, CompactionLimits.ofLeRobot(), new NioDurableFiles(), new SystemSessionClock());
                common.say(
                        report.changed()
                                ? "Packed %d episodes: %d files became %d."
                                        .formatted(report.episodes(), report.filesBefore(), report.filesAfter())
                                : "Nothing to pack: %d episodes in %d files."
                                        .formatted(report.episodes(), report.filesBefore()));
                Map<String, Object> values = new LinkedHashMap<>();
                values.put("ok", true);
                values.put("episodes", report.episodes());
                values.put("files_before", report.filesBefore());
                values.put("files_after", report.filesAfter());
                values.put("changed", report.changed());
                common.result(values);
                return 0;
            } catch (DatasetException refused) {
                throw new CommandFailed(String.valueOf(refused.getMessage()), refused);
            }
        }
    }
}

package org.telescribe.teleop.episode.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.telescribe.teleop.episode.check.Finding.Severity;
import org.telescribe.teleop.episode.lerobot.DatasetNames;
import org.telescribe.teleop.episode.lerobot.InfoFile;
import org.telescribe.teleop.episode.lerobot.ParquetStore;
import org.telescribe.teleop.episode.lerobot.PythonJson;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.read.DatasetView;
import org.telescribe.teleop.episode.read.EpisodeEntry;
import org.telescribe.teleop.episode.read.EpisodeReader;
import org.telescribe.teleop.episode.read.FeatureInfo;

/// Verifies a dataset: read-only, every rule. A dataset that is being recorded into, or that a crash
/// left with a decided change half carried out, is as good as its commit log says.
public final class DatasetVerifier {
    private static final int ATTEMPTS = 3;

    private DatasetVerifier() {}

    /// Verifies a dataset.
    ///
    /// @param directory the dataset's directory
    /// @param fast leave out decoding the pictures; they are still counted
    /// @return what was found
    public static VerificationReport verify(Path directory, boolean fast) {
        try (ParquetStore parquet = ParquetStore.open()) {
            VerificationReport report = attempt(directory, fast, parquet);
            for (int i = 1; i < ATTEMPTS && !report.sound(); i++) {
                List<Finding> before = report.findings();
                report = attempt(directory, fast, parquet); // a recorder may have committed in between
                if (report.findings().equals(before)) {
                    break;
                }
            }
            return report;
        } catch (IOException refused) {
            throw new DatasetException(
                    "The dataset %s cannot be read (%s). Nothing was changed."
                            .formatted(directory, refused.getMessage()),
                    refused);
        }
    }

    private static VerificationReport attempt(Path directory, boolean fast, ParquetStore parquet) throws IOException {
        DatasetView view;
        try {
            view = DatasetView.of(directory);
        } catch (DatasetException foreignLog) {
            return only(DatasetNames.COMMIT_LOG, fast, String.valueOf(foreignLog.getMessage()));
        }
        Path file = view.find(DatasetNames.INFO);
        if (file == null) {
            return view.openJournals().isEmpty() || !nothingCommitted(view)
                    ? only(DatasetNames.INFO, fast, emptyOrMissing(view))
                    : interruptedFirstEpisode(fast, view.openJournals().size());
        }
        JsonNode info;
        try {
            info = PythonJson.parse(Files.readAllBytes(file));
        } catch (JsonProcessingException broken) {
            return only(DatasetNames.INFO, fast, "it cannot be understood");
        }
        String version = info.path("codebase_version").asText("");
        if (version.equals("v2.1")) {
            return old(directory, fast, view, parquet, info);
        }
        if (!version.equals(InfoFile.CODEBASE_VERSION)) {
            return only(
                    DatasetNames.INFO,
                    fast,
                    "codebase_version is \"%s\"; v3.0 and v2.1 can be verified".formatted(version));
        }
        CheckContext context = new CheckContext(view, parquet, info, FeatureInfo.all(info.path("features")));
        int episodes = 0;
        if (InfoCheck.check(context)) {
            List<String> tasks = TasksCheck.check(context);
            List<EpisodeEntry> entries = new EpisodesCheck(context).check(tasks);
            new RowsCheck(context, entries, tasks.size()).check();
            new VideoCheck(context, !fast).check(entries);
            StatisticsCheck.check(context);
            episodes = entries.size();
        }
        LogCheck.check(context);
        return new VerificationReport(episodes, context.rows(), context.pictures(), !fast, context.findings());
    }

    private static boolean nothingCommitted(DatasetView view) throws IOException {
        return view.namesBelow("data").isEmpty() && view.log().entries().isEmpty();
    }

    /// Nothing was promised yet, so nothing is broken.
    private static VerificationReport interruptedFirstEpisode(boolean fast, int journals) {
        String reason = "nothing is committed yet; %d interrupted episode(s) can be recovered".formatted(journals);
        return new VerificationReport(
                0, 0, 0, !fast, List.of(new Finding(Finding.Severity.NOTE, DatasetNames.INFO, -1, reason)));
    }

    private static String emptyOrMissing(DatasetView view) throws IOException {
        return nothingCommitted(view) ? "it is missing: the folder holds no dataset yet" : "it is missing";
    }

    private static VerificationReport old(
            Path directory, boolean fast, DatasetView view, ParquetStore parquet, JsonNode info) {
        CheckContext context = new CheckContext(view, parquet, info, FeatureInfo.all(info.path("features")));
        try (EpisodeReader reader = EpisodeReader.open(directory)) {
            new OldFormatCheck(context, !fast).check(reader);
            return new VerificationReport(
                    reader.episodes().size(), context.rows(), context.pictures(), !fast, context.findings());
        } catch (DatasetException broken) {
            context.broken(DatasetNames.INFO, String.valueOf(broken.getMessage()));
            return new VerificationReport(0, 0, 0, !fast, context.findings());
        }
    }

    private static VerificationReport only(String file, boolean fast, String reason) {
        return new VerificationReport(0, 0, 0, !fast, List.of(new Finding(Severity.BROKEN, file, -1, reason)));
    }
}

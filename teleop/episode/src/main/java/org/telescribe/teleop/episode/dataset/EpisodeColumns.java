package org.telescribe.teleop.episode.dataset;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.journal.JournalContent;
import org.telescribe.teleop.episode.lerobot.DatasetStatistics;
import org.telescribe.teleop.episode.lerobot.EpisodeMetadata;
import org.telescribe.teleop.episode.lerobot.FilePosition;
import org.telescribe.teleop.episode.lerobot.MarksColumn;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.EpisodeEnd;
import org.telescribe.teleop.episode.model.EpisodeSchema;
import org.telescribe.teleop.episode.model.EpisodeStart;
import org.telescribe.teleop.episode.model.EpisodeVerdict;

/// The row of `meta/episodes` that an episode gets: LeRobot's columns, and ours under
/// `telescribe/`. The set of columns is the same for every episode of a dataset, or LeRobot could
/// not join their files.
final class EpisodeColumns {
    private static final String OWN = "telescribe/";
    private static final long UNKNOWN = -1;

    private EpisodeColumns() {}

    static EpisodeMetadata of(
            JournalContent journal,
            EpisodePlace place,
            FilePosition position,
            EpisodeVerdict verdict,
            @Nullable String note,
            DatasetStatistics statistics) {
        EpisodeSchema schema = journal.schema();
        EpisodeMetadata row = new EpisodeMetadata()
                .integer("episode_index", place.episodeIndex())
                .task(journal.start().task())
                .integer("length", place.rows())
                .integer("data/chunk_index", position.chunkIndex())
                .integer("data/file_index", position.fileIndex())
                .integer("dataset_from_index", place.firstIndex())
                .integer("dataset_to_index", place.firstIndex() + place.rows());
        for (CameraFeature camera : schema.cameras()) {
            String prefix = "videos/" + camera.videoKey() + "/";
            row.integer(prefix + "chunk_index", position.chunkIndex())
                    .integer(prefix + "file_index", position.fileIndex())
                    .number(prefix + "from_timestamp", 0)
                    .number(prefix + "to_timestamp", (double) place.rows() / schema.framesPerSecond());
        }
        row.statistics(statistics)
                .integer("meta/episodes/chunk_index", position.chunkIndex())
                .integer("meta/episodes/file_index", position.fileIndex());
        return own(row, journal, verdict, note);
    }

    private static EpisodeMetadata own(
            EpisodeMetadata row, JournalContent journal, EpisodeVerdict verdict, @Nullable String note) {
        EpisodeStart start = journal.start();
        EpisodeEnd end = journal.end();
        Map<String, Long> counters = end == null ? Map.of() : end.counters();
        ObjectNode allCounters = JsonNodeFactory.instance.objectNode();
        counters.forEach(allCounters::put);
        return row.integer(OWN + "schema_version", EpisodeSchema.VERSION)
                .text(OWN + "episode_uuid", start.id().toString())
                .text(OWN + "operator", start.operator())
                .text(OWN + "station", start.station())
                .text(OWN + "software_version", start.softwareVersion())
                .text(OWN + "calibration_hash", start.calibrationHash())
                .text(OWN + "arm_source", start.armSource().name().toLowerCase(Locale.ROOT))
                .integer(OWN + "wall_start_ms", start.wallMillis())
                .text(OWN + "outcome", verdict.outcome().name().toLowerCase(Locale.ROOT))
                .flag(OWN + "flagged", verdict.flagged())
                .text(OWN + "notes", verdict.notes())
                .flag(OWN + "recovered", note != null)
                .text(OWN + "recovery_note", note == null ? "" : note)
                .integer(OWN + "recorded_ns", journal.recordedNanos())
                .integer(OWN + "ticks", counters.getOrDefault("ticks", UNKNOWN))
                .integer(OWN + "ticks_skipped", counters.getOrDefault("ticks_skipped", UNKNOWN))
                .text(OWN + "counters", allCounters.toString())
                .text(MarksColumn.NAME, MarksColumn.format(journal.marks()));
    }
}

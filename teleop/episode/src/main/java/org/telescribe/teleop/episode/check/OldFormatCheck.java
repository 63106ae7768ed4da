package org.telescribe.teleop.episode.check;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.telescribe.teleop.episode.lerobot.DatasetNames;
import org.telescribe.teleop.episode.lerobot.Sql;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.read.DatasetInfo;
import org.telescribe.teleop.episode.read.EpisodeEntry;
import org.telescribe.teleop.episode.read.EpisodeReader;
import org.telescribe.teleop.episode.read.FeatureInfo;
import org.telescribe.teleop.episode.video.VideoFileReader;
import org.telescribe.teleop.episode.video.VideoSummary;

/// A dataset of v2.1: one parquet file and one video a camera for each episode.
final class OldFormatCheck {
    private static final double TOLERANCE_SECONDS = 1e-4;

    private final CheckContext context;
    private final boolean decode;

    OldFormatCheck(CheckContext context, boolean decode) {
        this.context = context;
        this.decode = decode;
    }

    void check(EpisodeReader reader) {
        DatasetInfo info = reader.info();
        info.missingFiles().forEach(name -> context.broken(name, "it is missing"));
        if (reader.episodes().size() != info.episodes()) {
            context.broken(
                    "meta/episodes.jsonl",
                    "it has %d episodes, info.json says %d"
                            .formatted(reader.episodes().size(), info.episodes()));
        }
        long rows = reader.episodes().stream().mapToLong(EpisodeEntry::length).sum();
        if (rows != info.rows()) {
            context.broken(
                    DatasetNames.INFO, "total_frames is %d, the episodes have %d rows".formatted(info.rows(), rows));
        }
        for (EpisodeEntry episode : reader.episodes()) {
            Path data = context.view.find(episode.dataFile());
            if (data != null) {
                rows(episode, data);
            }
            for (Map.Entry<String, EpisodeEntry.VideoSpan> video :
                    episode.videos().entrySet()) {
                Path file = context.view.find(video.getValue().file());
                if (file != null) {
                    video(episode, video.getValue().file(), file);
                }
            }
        }
    }

    private void rows(EpisodeEntry episode, Path file) {
        String name = episode.dataFile();
        try {
            long rows = context.parquet.countRows(file);
            context.countRows(rows);
            if (rows != episode.length()) {
                context.broken(name, "it has %d rows, meta/episodes.jsonl says %d".formatted(rows, episode.length()));
            }
            Map<String, String> columns = ParquetFileCheck.columns(context, file);
            for (FeatureInfo feature : context.features) {
                if (!feature.isVideo() && !feature.dtype().equals("image") && !columns.containsKey(feature.name())) {
                    context.broken(name, "column %s is missing".formatted(feature.name()));
                    return;
                }
            }
            long wrong = context.parquet.query(
                    ("SELECT coalesce(min(row), -1) FROM (SELECT *, row_number() OVER () - 1 AS row FROM read_parquet(%s))"
                                    + " WHERE episode_index <> %d OR frame_index <> row OR abs(timestamp - row / %s::DOUBLE) > %s")
                            .formatted(Sql.file(file), episode.index(), context.framesPerSecond(), TOLERANCE_SECONDS),
                    result -> {
                        result.next();
                        return result.getLong(1);
                    });
            if (wrong >= 0) {
                context.broken(name, wrong, "episode_index, frame_index or timestamp is not what its place says");
            }
        } catch (SQLException broken) {
            context.broken(name, "it is no whole parquet file (%s)".formatted(ParquetFileCheck.reason(broken)));
        }
    }

    private void video(EpisodeEntry episode, String name, Path file) {
        try (VideoFileReader reader = new VideoFileReader(file)) {
            VideoSummary summary = reader.summarize(context.framesPerSecond());
            context.countPictures(summary.samples());
            if (summary.samples() != episode.length()) {
                context.broken(name, "it has %d pictures for %d rows".formatted(summary.samples(), episode.length()));
            }
            if (!(summary.worstGridSeconds() <= TOLERANCE_SECONDS)) {
                context.broken(name, "a picture is %.6f s off the grid".formatted(summary.worstGridSeconds()));
            }
        } catch (DatasetException broken) {
            context.broken(name, String.valueOf(broken.getMessage()));
            return;
        }
        if (decode) {
            long decoded = VideoCheck.decoded(file);
            if (decoded != episode.length()) {
                context.broken(name, decoded, "%d of %d pictures can be decoded".formatted(decoded, episode.length()));
            }
        }
    }
}

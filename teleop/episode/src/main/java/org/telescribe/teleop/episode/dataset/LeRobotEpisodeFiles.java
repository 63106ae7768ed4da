package org.telescribe.teleop.episode.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.durable.DurableInput;
import org.telescribe.teleop.episode.journal.JournalContent;
import org.telescribe.teleop.episode.journal.JournalContent.PacketEntry;
import org.telescribe.teleop.episode.lerobot.DatasetStatistics;
import org.telescribe.teleop.episode.lerobot.EpisodeMetadata;
import org.telescribe.teleop.episode.lerobot.EpisodeTable;
import org.telescribe.teleop.episode.lerobot.EpisodeTable.Column;
import org.telescribe.teleop.episode.lerobot.ParquetStore;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.model.EpisodeRow;
import org.telescribe.teleop.episode.model.EpisodeSchema;
import org.telescribe.teleop.episode.model.FeatureSpec;
import org.telescribe.teleop.episode.model.ImageHistogram;
import org.telescribe.teleop.episode.model.RowLayout;
import org.telescribe.teleop.episode.video.Mp4Writer;
import org.telescribe.teleop.episode.video.PictureStatistics;
import org.telescribe.teleop.episode.video.VideoFileReader;
import org.telescribe.teleop.episode.video.VideoSummary;

/// The real files: parquet by DuckDB, mp4 from the journaled packets.
final class LeRobotEpisodeFiles implements EpisodeFiles {
    private static final double GRID_TOLERANCE_SECONDS = 1e-6;

    private final DurableFiles files;
    private final ParquetStore parquet;

    LeRobotEpisodeFiles(DurableFiles files, ParquetStore parquet) {
        this.files = files;
        this.parquet = parquet;
    }

    @Override
    public int writeVideo(JournalContent journal, int camera, int rows, Path target) throws IOException {
        EpisodeSchema schema = journal.schema();
        try (DurableInput input = files.open(journal.file());
                Mp4Writer writer = new Mp4Writer(
                        target,
                        schema.cameras().get(camera),
                        schema.video().codec(),
                        schema.framesPerSecond(),
                        journal.codecHeader(camera))) {
            for (int row = 0; row < rows; row++) {
                PacketEntry entry = journal.packet(camera, row);
                writer.append(journal.packetData(input, camera, row), entry.keyframe());
            }
            writer.finish();
        }
        files.adopt(target);
        try (VideoFileReader reader = new VideoFileReader(target)) {
            VideoSummary summary = reader.summarize(schema.framesPerSecond());
            if (summary.samples() != rows || !(summary.worstGridSeconds() < GRID_TOLERANCE_SECONDS)) {
                throw new DatasetException(("Camera %s: the video holds %d pictures for %d rows, at worst %.6f s off. "
                                + "The dataset was not changed; the episode stays in its journal.")
                        .formatted(
                                schema.cameras().get(camera).name(),
                                summary.samples(),
                                rows,
                                summary.worstGridSeconds()));
            }
            return summary.samples();
        }
    }

    @Override
    public DatasetStatistics writeRows(JournalContent journal, EpisodePlace place, Path target) throws IOException {
        EpisodeSchema schema = journal.schema();
        EpisodeTable table = new EpisodeTable(place.rows(), schema.dataColumns());
        fillRowFeatures(journal, table);
        for (int camera = 0; camera < schema.cameras().size(); camera++) {
            fillCameraColumns(journal, camera, table);
        }
        table.fillStandardColumns(
                schema.framesPerSecond(), place.episodeIndex(), place.firstIndex(), place.taskIndex());
        parquet.writeRows(table, target);
        files.adopt(target);
        DatasetStatistics statistics = table.statistics();
        for (int camera = 0; camera < schema.cameras().size(); camera++) {
            CameraFeature feature = schema.cameras().get(camera);
            statistics = statistics.withImages(feature.videoKey(), histogram(journal, camera, place.rows()));
        }
        return statistics;
    }

    private static void fillRowFeatures(JournalContent journal, EpisodeTable table) {
        RowLayout layout = journal.schema().rowLayout();
        List<FeatureSpec> features = layout.features();
        Column[] columns = new Column[features.size()];
        for (int feature = 0; feature < columns.length; feature++) {
            columns[feature] = table.column(features.get(feature).name());
        }
        for (int index = 0; index < table.rows(); index++) {
            EpisodeRow row = journal.row(index);
            float[] floats = row.allFloats();
            long[] longs = row.allLongs();
            for (int feature = 0; feature < columns.length; feature++) {
                switch (features.get(feature).type()) {
                    case FLOAT32 -> columns[feature].set(index, floats, layout.offset(feature));
                    case INT64 -> columns[feature].set(index, longs, layout.offset(feature));
                }
            }
        }
    }

    private static void fillCameraColumns(JournalContent journal, int camera, EpisodeTable table) {
        CameraFeature feature = journal.schema().cameras().get(camera);
        long startNanos = journal.start().startNanos();
        Column timestamps = table.column(feature.timestampColumn());
        Column sequences = table.column(feature.sequenceColumn());
        Column repeated = table.column(feature.repeatedColumn());
        for (int row = 0; row < table.rows(); row++) {
            PacketEntry entry = journal.packet(camera, row);
            timestamps.set(row, entry.captureNanos() - startNanos);
            sequences.set(row, entry.sequence());
            repeated.set(row, entry.repeated() ? 1 : 0);
        }
    }

    private ImageHistogram histogram(JournalContent journal, int camera, int rows) throws IOException {
        ImageHistogram journaled = journal.histogram(camera);
        if (journaled != null) {
            return journaled;
        }
        // Cut off before the first one was journaled: such an episode is short, so its pictures are decoded.
        Path scratch = journal.file().resolveSibling(journal.file().getFileName() + ".mp4");
        try {
            writeVideo(journal, camera, rows, scratch);
            return PictureStatistics.ofVideo(scratch);
        } finally {
            if (files.exists(scratch)) {
                files.delete(scratch);
            }
        }
    }

    @Override
    public void writeMetadata(EpisodeMetadata metadata, Path target) throws IOException {
        parquet.writeEpisodes(List.of(metadata), target);
        files.adopt(target);
    }

    @Override
    public boolean hasAllColumns(Path metadata) {
        return parquet.episodesAreCurrent(metadata);
    }

    @Override
    public void completeColumns(List<Path> metadata, Path target) throws IOException {
        parquet.completeEpisodes(metadata, EpisodeSchema.VERSION, target);
        files.adopt(target);
    }

    @Override
    public void writeTasks(List<String> tasks, Path target) throws IOException {
        parquet.writeTasks(tasks, target);
        files.adopt(target);
    }

    @Override
    public List<String> readTasks(Path file) {
        return parquet.readTasks(file);
    }

    @Override
    public void close() {
        parquet.close();
    }
}

package org.telescribe.teleop.episode.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.telescribe.teleop.episode.commit.DatasetChange;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.lerobot.FilePosition;
import org.telescribe.teleop.episode.lerobot.ParquetStore;
import org.telescribe.teleop.episode.lerobot.Sql;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.read.EpisodeEntry;
import org.telescribe.teleop.episode.read.EpisodeReader;
import org.telescribe.teleop.episode.video.Mp4Writer;
import org.telescribe.teleop.episode.video.VideoFileReader;

/// Writes the packed files of a change, each under its temporary name.
final class CompactionWriter {
    private final DurableFiles files;
    private final ParquetStore parquet;
    private final EpisodeReader reader;
    private final DatasetChange change;
    private final Set<String> targets = new LinkedHashSet<>();

    /// Where an episode's pictures come to lie.
    record Place(FilePosition position, long firstFrame) {}

    CompactionWriter(DurableFiles files, ParquetStore parquet, EpisodeReader reader, DatasetChange change) {
        this.files = files;
        this.parquet = parquet;
        this.reader = reader;
        this.change = change;
    }

    Set<String> targets() {
        return targets;
    }

    private Path stage(String target) throws IOException {
        targets.add(target);
        return change.stage(target);
    }

    /// Packs the rows; says for each episode where they are.
    Map<Integer, FilePosition> rows(Packing packing) throws IOException {
        Map<Integer, FilePosition> places = new HashMap<>();
        FilePosition position = FilePosition.first();
        for (List<String> group : packing.groups()) {
            long rows = 0;
            for (EpisodeEntry episode : reader.episodes()) {
                if (group.contains(episode.dataFile())) {
                    places.put(episode.index(), position);
                    rows += episode.length();
                }
            }
            List<Path> sources = group.stream().map(reader::file).toList();
            Path target = stage(position.dataFile());
            parquet.writeQuery(
                    "SELECT * FROM read_parquet(%s) ORDER BY index".formatted(Sql.files(sources)),
                    huggingface(sources.getFirst()),
                    rows,
                    target);
            files.adopt(target);
            position = position.next();
        }
        return places;
    }

    private String huggingface(Path file) {
        try {
            return parquet.metadata(file, "huggingface");
        } catch (SQLException broken) {
            throw new DatasetException("The file %s cannot be read. Nothing was changed.".formatted(file), broken);
        }
    }

    /// Packs a camera's pictures; says for each episode where they are.
    Map<Integer, Place> videos(String camera, Packing packing) throws IOException {
        Map<Integer, Place> places = new HashMap<>();
        FilePosition position = FilePosition.first();
        for (List<String> group : packing.groups()) {
            long frames = 0;
            for (EpisodeEntry episode : reader.episodes()) {
                EpisodeEntry.VideoSpan span = episode.videos().get(camera);
                if (span != null && group.contains(span.file())) {
                    places.put(episode.index(), new Place(position, frames));
                    frames += episode.length();
                }
            }
            Path target = stage(position.videoFile(camera));
            copy(group.stream().map(reader::file).toList(), target, frames);
            files.adopt(target);
            position = position.next();
        }
        return places;
    }

    private void copy(List<Path> sources, Path target, long frames) {
        int framesPerSecond = (int) Math.round(reader.info().framesPerSecond());
        try (Mp4Writer writer = writer(sources.getFirst(), target, framesPerSecond)) {
            ByteBuffer header = null;
            for (Path source : sources) {
                try (VideoFileReader input = new VideoFileReader(source)) {
                    if (header != null && !header.equals(input.codecHeader())) {
                        throw new DatasetException(("The video %s was encoded with other settings than the one before. "
                                        + "Nothing was changed; leave this dataset as it is.")
                                .formatted(source));
                    }
                    header = input.codecHeader();
                    for (ByteBuffer data = input.nextEncoded(); data != null; data = input.nextEncoded()) {
                        writer.append(data, input.lastWasKeyframe());
                    }
                }
            }
            writer.finish();
            if (writer.samples() != frames) {
                throw new DatasetException("The videos for %s hold %d pictures for %d rows. Nothing was changed."
                        .formatted(target, writer.samples(), frames));
            }
        }
    }

    private static Mp4Writer writer(Path like, Path target, int framesPerSecond) {
        try (VideoFileReader reader = new VideoFileReader(like)) {
            return Mp4Writer.like(reader, target, framesPerSecond);
        }
    }

    /// Writes all episodes' metadata into one file.
    void metadata(List<String> sources, Map<Integer, FilePosition> data, Map<String, Map<Integer, Place>> videos)
            throws IOException {
        StringJoiner replace = new StringJoiner(", ");
        replace.add("place.c0 AS \"data/chunk_index\"").add("place.c1 AS \"data/file_index\"");
        replace.add("0::BIGINT AS \"meta/episodes/chunk_index\"").add("0::BIGINT AS \"meta/episodes/file_index\"");
        List<String> cameras = List.copyOf(videos.keySet());
        int column = 2;
        for (String camera : cameras) {
            for (String part : List.of("chunk_index", "file_index", "from_timestamp", "to_timestamp")) {
                replace.add("place.c" + column++ + " AS " + Sql.name("videos/" + camera + "/" + part));
            }
        }
        StringJoiner values = new StringJoiner(", ");
        for (EpisodeEntry episode : reader.episodes()) {
            values.add(place(episode, cameras, data, videos));
        }
        StringJoiner names = new StringJoiner(", ");
        for (int i = 0; i < column; i++) {
            names.add("c" + i);
        }
        List<Path> paths = new ArrayList<>();
        sources.forEach(name -> paths.add(reader.file(name)));
        String select =
                ("SELECT episode.* REPLACE (%s) FROM read_parquet(%s) episode JOIN (VALUES %s) place(number, %s)"
                                + " ON episode.episode_index = place.number ORDER BY episode.episode_index")
                        .formatted(replace, Sql.files(paths), values, names);
        Path target = stage(FilePosition.first().episodesFile());
        parquet.writeQuery(select, "", reader.episodes().size(), target);
        files.adopt(target);
    }

    private String place(
            EpisodeEntry episode,
            List<String> cameras,
            Map<Integer, FilePosition> data,
            Map<String, Map<Integer, Place>> videos) {
        StringJoiner value = new StringJoiner(", ", "(", ")");
        FilePosition rows = data.getOrDefault(episode.index(), FilePosition.first());
        value.add(episode.index() + "::BIGINT")
                .add(rows.chunkIndex() + "::BIGINT")
                .add(rows.fileIndex() + "::BIGINT");
        double framesPerSecond = reader.info().framesPerSecond();
        for (String camera : cameras) {
            Place place = videos.getOrDefault(camera, Map.of())
                    .getOrDefault(episode.index(), new Place(FilePosition.first(), 0));
            value.add(place.position().chunkIndex() + "::BIGINT");
            value.add(place.position().fileIndex() + "::BIGINT");
            // the exact quotient, never a sum of durations
            value.add(place.firstFrame() / framesPerSecond + "::DOUBLE");
            value.add((place.firstFrame() + episode.length()) / framesPerSecond + "::DOUBLE");
        }
        return value.toString();
    }
}

package org.telescribe.teleop.episode.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.lerobot.DatasetNames;
import org.telescribe.teleop.episode.lerobot.InfoFile;
import org.telescribe.teleop.episode.lerobot.ParquetStore;
import org.telescribe.teleop.episode.lerobot.PythonJson;
import org.telescribe.teleop.episode.lerobot.Sql;
import org.telescribe.teleop.episode.model.DatasetException;

/// Reads a dataset of v3.0 or v2.1. Changes nothing. One thread.
public final class EpisodeReader implements AutoCloseable {
    private static final String OLD_VERSION = "v2.1";

    private final DatasetView view;
    private final ParquetStore parquet;
    private final DatasetInfo info;
    private final List<EpisodeEntry> episodes;

    private EpisodeReader(DatasetView view, ParquetStore parquet, DatasetInfo info, List<EpisodeEntry> episodes) {
        this.view = view;
        this.parquet = parquet;
        this.info = info;
        this.episodes = episodes;
    }

    /// Opens a dataset. Takes up to a second.
    ///
    /// @param directory the dataset's directory
    /// @return the open reader
    public static EpisodeReader open(Path directory) {
        ParquetStore parquet = ParquetStore.openForReading();
        boolean opened = false;
        try {
            EpisodeReader reader = read(directory, parquet);
            opened = true;
            return reader;
        } catch (IOException | SQLException broken) {
            throw new DatasetException(
                    "The dataset %s cannot be read: %s. Verify it to see what is wrong."
                            .formatted(
                                    directory,
                                    String.valueOf(broken.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse("")),
                    broken);
        } finally {
            if (!opened) {
                parquet.close();
            }
        }
    }

    private static EpisodeReader read(Path directory, ParquetStore parquet) throws IOException, SQLException {
        DatasetView view = DatasetView.of(directory);
        Path infoFile = view.find(DatasetNames.INFO);
        if (infoFile == null) {
            throw new DatasetException("The folder %s holds no LeRobot dataset: there is no %s in it."
                    .formatted(directory, DatasetNames.INFO));
        }
        JsonNode json = PythonJson.parse(Files.readAllBytes(infoFile));
        String version = json.path("codebase_version").asText("");
        List<FeatureInfo> features = FeatureInfo.all(json.path("features"));
        EpisodeIndex index;
        if (version.equals(OLD_VERSION)) {
            index = EpisodeIndexV21.read(view, json, features);
        } else if (version.equals(InfoFile.CODEBASE_VERSION)) {
            index = EpisodeIndexV30.read(view, parquet, features);
        } else {
            throw new DatasetException("The dataset %s has format \"%s\"; this program reads v3.0 and v2.1."
                    .formatted(directory, version));
        }
        Set<String> missing = new LinkedHashSet<>(index.missingMetadata());
        for (EpisodeEntry episode : index.episodes()) {
            addIfMissing(view, episode.dataFile(), missing);
            episode.videos().values().forEach(span -> addIfMissing(view, span.file(), missing));
        }
        DatasetInfo info = new DatasetInfo(
                directory,
                version,
                json.path("fps").asDouble(),
                json.path("robot_type").asText(""),
                json.path("total_episodes").asInt(),
                json.path("total_frames").asLong(),
                index.tasks(),
                features,
                List.copyOf(missing),
                view.openJournals());
        return new EpisodeReader(view, parquet, info, index.episodes());
    }

    private static void addIfMissing(DatasetView view, String name, Set<String> missing) {
        if (view.find(name) == null) {
            missing.add(name);
        }
    }

    /// {@return what the dataset says of itself, and what of it is there}
    public DatasetInfo info() {
        return info;
    }

    /// {@return all episodes in their order}
    public List<EpisodeEntry> episodes() {
        return episodes;
    }

    /// {@return what this program's recorder wrote down about each episode, by its number; empty for
    /// datasets that others recorded}
    public Map<Integer, RecordedFacts> recordedFacts() {
        try {
            return RecordedFactsTable.read(view, parquet);
        } catch (IOException | SQLException broken) {
            throw new DatasetException(
                    "Who recorded the episodes of %s cannot be read. Verify it to see what is wrong."
                            .formatted(info.directory()),
                    broken);
        }
    }

    /// {@return where a file of the dataset is to be read}
    ///
    /// @param name its name below the dataset's directory
    public Path file(String name) {
        Path file = view.find(name);
        if (file == null) {
            throw new DatasetException(
                    "The dataset %s lacks the file %s. Bring it back from a copy.".formatted(info.directory(), name));
        }
        return file;
    }

    /// {@return the numbers of a feature over the rows of an episode}
    ///
    /// @param episodeIndex number of the episode
    /// @param feature name of the feature
    public FeatureValues values(int episodeIndex, String feature) {
        EpisodeEntry episode = episodes.stream()
                .filter(candidate -> candidate.index() == episodeIndex)
                .findFirst()
                .orElseThrow(() -> new DatasetException(
                        "The dataset %s has no episode %d".formatted(info.directory(), episodeIndex)));
        Path file = file(episode.dataFile());
        try {
            return parquet.query(
                    "SELECT %s FROM read_parquet(%s) WHERE episode_index = %d ORDER BY frame_index"
                            .formatted(Sql.name(feature), Sql.file(file), episodeIndex),
                    EpisodeReader::values);
        } catch (SQLException broken) {
            throw new DatasetException(
                    "Feature %s of episode %d cannot be read from %s".formatted(feature, episodeIndex, file), broken);
        }
    }

    private static FeatureValues values(ResultSet rows) throws SQLException {
        List<Number> numbers = new ArrayList<>();
        int count = 0;
        int size = 1;
        while (rows.next()) {
            Object value = rows.getObject(1);
            if (value instanceof Array list) {
                Object[] elements = (Object[]) list.getArray();
                size = elements.length;
                for (Object element : elements) {
                    numbers.add(number(element));
                }
            } else {
                numbers.add(number(value));
            }
            count++;
        }
        if (numbers.size() != count * size) {
            throw new SQLException("rows of different length");
        }
        return new FeatureValues(count, size, numbers.toArray(new Number[0]));
    }

    private static Number number(@Nullable Object value) throws SQLException {
        if (value instanceof Number number) {
            return number;
        }
        throw new SQLException("a value is no number");
    }

    @Override
    public void close() {
        parquet.close();
    }
}

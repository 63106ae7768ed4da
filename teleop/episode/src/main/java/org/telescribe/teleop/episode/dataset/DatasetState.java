package org.telescribe.teleop.episode.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.lerobot.DatasetNames;
import org.telescribe.teleop.episode.lerobot.DatasetStatistics;
import org.telescribe.teleop.episode.lerobot.FilePosition;
import org.telescribe.teleop.episode.lerobot.InfoFile;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.model.EpisodeSchema;

/// What is committed in a dataset, as far as the next commit needs it: the same amount however many
/// episodes there are.
///
/// @param info the info file; null while the dataset has none
/// @param tasks the tasks' sentences in the order of their index
/// @param statistics over all episodes
/// @param nextPosition where the next episode's files go
record DatasetState(
        @Nullable InfoFile info, List<String> tasks, DatasetStatistics statistics, FilePosition nextPosition) {
    DatasetState {
        tasks = List.copyOf(tasks);
    }

    static DatasetState load(DurableFiles files, Path root, EpisodeFiles payload) throws IOException {
        FilePosition next = nextPosition(files, root);
        Path infoFile = root.resolve(DatasetNames.INFO);
        if (!files.exists(infoFile)) {
            if (!next.equals(FilePosition.first())) {
                throw new DatasetException(("The folder %s has recordings but no %s. Nothing was changed. "
                                + "Bring that file back from a copy, or record into another folder.")
                        .formatted(root, DatasetNames.INFO));
            }
            return new DatasetState(null, List.of(), DatasetStatistics.none(), next);
        }
        InfoFile info = parse(infoFile, () -> InfoFile.parse(files.read(infoFile)));
        if (!info.codebaseVersion().equals(InfoFile.CODEBASE_VERSION)) {
            throw new DatasetException(("The dataset %s has format \"%s\", this program records into %s. "
                            + "Nothing was changed. Record into another folder, or convert the dataset first.")
                    .formatted(root, info.codebaseVersion(), InfoFile.CODEBASE_VERSION));
        }
        Path statsFile = require(files, root, DatasetNames.STATS, info);
        Path tasksFile = require(files, root, DatasetNames.TASKS, info);
        return new DatasetState(
                info,
                files.exists(tasksFile) ? payload.readTasks(tasksFile) : List.of(),
                files.exists(statsFile)
                        ? parse(statsFile, () -> DatasetStatistics.parse(files.read(statsFile)))
                        : DatasetStatistics.none(),
                next);
    }

    private static Path require(DurableFiles files, Path root, String name, InfoFile info) {
        Path file = root.resolve(name);
        if (info.totalEpisodes() > 0 && !files.exists(file)) {
            throw new DatasetException(("The dataset %s has %d episodes but no %s. Nothing was changed. "
                            + "Bring that file back from a copy, or record into another folder.")
                    .formatted(root, info.totalEpisodes(), name));
        }
        return file;
    }

    private interface Parsing<T> {
        T get() throws IOException;
    }

    private static <T> T parse(Path file, Parsing<T> parsing) throws IOException {
        try {
            return parsing.get();
        } catch (JsonProcessingException broken) {
            throw new DatasetException(
                    ("The file %s cannot be understood (line %d). It was left as it is. "
                                    + "Mend it or bring it back from a copy.")
                            .formatted(
                                    file,
                                    broken.getLocation() == null
                                            ? 0
                                            : broken.getLocation().getLineNr()),
                    broken);
        }
    }

    private static FilePosition nextPosition(DurableFiles files, Path root) throws IOException {
        FilePosition next = FilePosition.first();
        List<Path> series = new ArrayList<>(List.of(root.resolve("data"), root.resolve("meta/episodes")));
        series.addAll(files.list(root.resolve("videos")));
        for (Path folder : series) {
            for (Path chunk : files.list(folder)) {
                for (Path file : files.list(chunk)) {
                    FilePosition position = FilePosition.of(chunk.getFileName() + "/" + file.getFileName());
                    if (position != null && position.compareTo(next) >= 0) {
                        next = position.next();
                    }
                }
            }
        }
        return next;
    }

    int episodes() {
        InfoFile known = info;
        return known == null ? 0 : known.totalEpisodes();
    }

    long rows() {
        InfoFile known = info;
        return known == null ? 0 : known.totalFrames();
    }

    /// {@return why episodes of a schema do not fit in, or an empty list}
    List<String> differencesTo(EpisodeSchema schema) {
        InfoFile known = info;
        return known == null ? List.of() : known.differencesTo(schema);
    }

    List<String> tasksWith(String task) {
        if (tasks.contains(task)) {
            return tasks;
        }
        List<String> more = new ArrayList<>(tasks);
        more.add(task);
        return List.copyOf(more);
    }

    /// {@return the same with other names for the next episode's files}
    DatasetState continuingAt(FilePosition position) {
        return new DatasetState(info, tasks, statistics, position);
    }

    /// {@return the state after one more episode}
    DatasetState after(EpisodeSchema schema, int rowsOfEpisode, List<String> newTasks, DatasetStatistics ofEpisode) {
        InfoFile known = info;
        InfoFile base = known == null ? InfoFile.of(schema) : known;
        return new DatasetState(
                base.withTotals(episodes() + 1, rows() + rowsOfEpisode, newTasks.size()),
                newTasks,
                statistics.merge(ofEpisode),
                nextPosition.next());
    }
}

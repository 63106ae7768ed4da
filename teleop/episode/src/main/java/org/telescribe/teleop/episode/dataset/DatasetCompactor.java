package org.telescribe.teleop.episode.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.episode.check.DatasetVerifier;
import org.telescribe.teleop.episode.check.Finding;
import org.telescribe.teleop.episode.commit.DatasetChange;
import org.telescribe.teleop.episode.commit.LogEntry;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.lerobot.FilePosition;
import org.telescribe.teleop.episode.lerobot.InfoFile;
import org.telescribe.teleop.episode.lerobot.ParquetStore;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.read.EpisodeEntry;
import org.telescribe.teleop.episode.read.EpisodeReader;

/// Packs the many small files of a recorded dataset into few large ones, as LeRobot lays them out. No
/// picture is encoded again. It happens wholly or not at all, like a commit.
public final class DatasetCompactor {
    private final DatasetSession session;
    private final DurableFiles files;
    private final ParquetStore parquet;
    private final EpisodeReader reader;
    private final CompactionLimits limits;

    private DatasetCompactor(
            DatasetSession session, ParquetStore parquet, EpisodeReader reader, CompactionLimits limits) {
        this.session = session;
        this.files = session.files();
        this.parquet = parquet;
        this.reader = reader;
        this.limits = limits;
    }

    /// Packs a dataset. Recovers it first, verifies it before and after.
    ///
    /// @param directory the dataset's directory
    /// @param limits how large files may become
    /// @param files how to write
    /// @param clock the session clock
    /// @return what was done
    public static CompactionReport compact(
            Path directory, CompactionLimits limits, DurableFiles files, SessionClock clock) {
        return DatasetDoor.withLock(directory, files, lock -> {
            try (lock) {
                ParquetStore parquet = ParquetStore.open();
                try (DatasetSession session =
                        DatasetSession.open(directory, files, new LeRobotEpisodeFiles(files, parquet), clock)) {
                    new JournalRecovery(session).run();
                    requireSound(directory, "before packing; nothing was changed");
                    CompactionReport report;
                    try (EpisodeReader reader = EpisodeReader.open(directory)) {
                        report = new DatasetCompactor(session, parquet, reader, limits).run();
                    }
                    if (report.changed()) {
                        requireSound(directory, "after packing; bring it back from a copy");
                    }
                    return report;
                }
            }
        });
    }

    private static void requireSound(Path directory, String when) {
        Finding broken = DatasetVerifier.verify(directory, true).firstBroken().orElse(null);
        if (broken != null) {
            throw new DatasetException("The dataset %s is broken %s. %s".formatted(directory, when, broken));
        }
    }

    private CompactionReport run() throws IOException {
        if (!reader.info().version().equals(InfoFile.CODEBASE_VERSION)) {
            throw new DatasetException("Only datasets of %s can be packed, this one is %s. Nothing was changed."
                    .formatted(InfoFile.CODEBASE_VERSION, reader.info().version()));
        }
        List<String> cameras = reader.info().cameras();
        Set<String> dataFiles = new LinkedHashSet<>();
        reader.episodes().forEach(episode -> dataFiles.add(episode.dataFile()));
        Map<String, Packing> packings = new LinkedHashMap<>();
        packings.put("", Packing.of(List.copyOf(dataFiles), this::bytes, limits.dataBytes()));
        for (String camera : cameras) {
            Set<String> videoFiles = new LinkedHashSet<>();
            for (EpisodeEntry episode : reader.episodes()) {
                EpisodeEntry.VideoSpan span = episode.videos().get(camera);
                if (span != null) {
                    videoFiles.add(span.file());
                }
            }
            packings.put(camera, Packing.of(List.copyOf(videoFiles), this::bytes, limits.videoBytes()));
        }
        List<String> metadata = session.filesBelow(session.root().resolve("meta/episodes")).stream()
                .map(file -> session.root().relativize(file).toString().replace('\\', '/'))
                .toList();
        int before = metadata.size()
                + packings.values().stream().mapToInt(Packing::sources).sum();
        int after = 1 + packings.values().stream().mapToInt(Packing::targets).sum();
        if (after >= before) {
            return new CompactionReport(reader.episodes().size(), before, before, false);
        }
        write(cameras, packings, metadata);
        return new CompactionReport(reader.episodes().size(), before, after, true);
    }

    private long bytes(String name) {
        try {
            return Files.size(reader.file(name));
        } catch (IOException gone) {
            throw new DatasetException("The file %s cannot be read. Nothing was changed.".formatted(name), gone);
        }
    }

    private void write(List<String> cameras, Map<String, Packing> packings, List<String> metadata) throws IOException {
        DatasetChange change = new DatasetChange(files, session.root(), UUID.randomUUID());
        Set<String> obsolete = new LinkedHashSet<>(metadata);
        boolean whole = false;
        try {
            CompactionWriter writer = new CompactionWriter(files, parquet, reader, change);
            packings.values().forEach(packing -> obsolete.addAll(packing.sourceNames()));
            Map<Integer, FilePosition> data = writer.rows(packing(packings, ""));
            Map<String, Map<Integer, CompactionWriter.Place>> videos = new HashMap<>();
            for (String camera : cameras) {
                videos.put(camera, writer.videos(camera, packing(packings, camera)));
            }
            writer.metadata(metadata, data, videos);
            obsolete.removeAll(writer.targets());
            obsolete.forEach(change::delete);
            whole = true;
        } finally {
            if (!whole) {
                change.rollBack();
            }
        }
        change.commit(session.log(), LogEntry.Kind.COMPACT, -1, 0);
    }

    private static Packing packing(Map<String, Packing> packings, String key) {
        Packing packing = packings.get(key);
        return packing == null ? new Packing(new ArrayList<>()) : packing;
    }
}

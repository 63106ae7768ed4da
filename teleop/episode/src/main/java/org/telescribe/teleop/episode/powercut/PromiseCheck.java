package org.telescribe.teleop.episode.powercut;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.telescribe.teleop.episode.commit.DatasetChange;
import org.telescribe.teleop.episode.commit.Sha256;
import org.telescribe.teleop.episode.journal.JournalContent;
import org.telescribe.teleop.episode.journal.JournalReader;
import org.telescribe.teleop.episode.journal.JournalWriter;
import org.telescribe.teleop.episode.lerobot.DatasetNames;
import org.telescribe.teleop.episode.lerobot.InfoFile;
import org.telescribe.teleop.episode.model.EpisodeId;

/// Whether a recovered disk keeps every promise made before the power was lost.
final class PromiseCheck {
    private final Path root;
    private final MemoryDisk disk;
    private final List<String> broken = new ArrayList<>();
    private final Map<UUID, Integer> savedRows = new HashMap<>();

    private PromiseCheck(Path root, MemoryDisk disk) {
        this.root = root;
        this.disk = disk;
    }

    /// {@return what is wrong; empty when everything is in order}
    static List<String> broken(Path root, MemoryDisk disk, Iterable<Promise> promises) throws IOException {
        PromiseCheck check = new PromiseCheck(root, disk);
        check.datasetIsWhole();
        Map<UUID, Promise> last = new LinkedHashMap<>();
        promises.forEach(promise -> last.put(promise.episode(), promise));
        for (Promise promise : last.values()) {
            check.keeps(promise);
        }
        return check.broken;
    }

    private void datasetIsWhole() throws IOException {
        int episodes = 0;
        long rows = 0;
        Set<Integer> indices = new HashSet<>();
        Map<Path, byte[]> files = disk.snapshot();
        for (Map.Entry<Path, byte[]> entry : files.entrySet()) {
            String name = root.relativize(entry.getKey()).toString();
            if (name.startsWith(DatasetNames.OWN)) {
                continue;
            }
            if (name.contains(DatasetChange.PENDING)) {
                broken.add("temporary file %s is left".formatted(name));
            } else if (!name.endsWith(".json")) {
                String text = OpaqueEpisodeFiles.textOf(entry.getValue());
                if (text == null) {
                    broken.add("half-written file %s under its final name".formatted(name));
                } else if (text.startsWith("rows ")) {
                    String[] words = text.split(" ", -1);
                    episodes++;
                    rows += Integer.parseInt(words[3]);
                    indices.add(Integer.parseInt(words[2]));
                    if (savedRows.put(UUID.fromString(words[1]), Integer.parseInt(words[3])) != null) {
                        broken.add("episode %s is there twice".formatted(words[1]));
                    }
                }
            }
        }
        if (indices.size() != episodes) {
            broken.add("two episodes have the same number");
        }
        totals(episodes, rows);
    }

    private void totals(int episodes, long rows) throws IOException {
        Path infoFile = root.resolve(DatasetNames.INFO);
        if (!disk.exists(infoFile)) {
            if (episodes > 0) {
                broken.add("there are episodes but no info.json");
            }
            return;
        }
        InfoFile info;
        try {
            info = InfoFile.parse(disk.read(infoFile));
        } catch (JsonProcessingException half) {
            broken.add("half-written info.json");
            return;
        }
        if (info.totalEpisodes() != episodes || info.totalFrames() != rows) {
            broken.add("info.json says %d episodes of %d rows, there are %d of %d"
                    .formatted(info.totalEpisodes(), info.totalFrames(), episodes, rows));
        }
    }

    private void keeps(Promise promise) throws IOException {
        switch (promise) {
            case Promise.Saved saved -> {
                for (Map.Entry<Path, String> file : saved.sha256ByFile().entrySet()) {
                    if (!disk.exists(file.getKey())
                            || !Sha256.of(disk, file.getKey()).equals(file.getValue())) {
                        broken.add("file %s of a saved episode is gone or changed".formatted(file.getKey()));
                    }
                }
                if (!Integer.valueOf(saved.rows()).equals(savedRows.get(saved.episode()))) {
                    broken.add("saved episode %s has lost rows".formatted(saved.episode()));
                }
            }
            case Promise.RowsSafe safe -> {
                if (savedRows.getOrDefault(safe.episode(), 0) < safe.rows()) {
                    broken.add("of %d safe rows of episode %s, %d are left"
                            .formatted(safe.rows(), safe.episode(), savedRows.getOrDefault(safe.episode(), 0)));
                }
            }
            case Promise.Discarded discarded -> {
                if (!savedRows.containsKey(discarded.episode()) && !inTrash(discarded.episode())) {
                    broken.add("discarded episode %s is neither in the trash nor saved".formatted(discarded.episode()));
                }
            }
        }
    }

    private boolean inTrash(UUID episode) throws IOException {
        Path journal = JournalWriter.fileOf(root.resolve(DatasetNames.TRASH), new EpisodeId(episode));
        if (!disk.exists(journal)) {
            return false;
        }
        JournalContent content = JournalReader.read(disk, journal);
        return content != null && content.stopReason() == null;
    }
}

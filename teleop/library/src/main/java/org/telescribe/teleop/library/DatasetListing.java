package org.telescribe.teleop.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.read.DatasetInfo;
import org.telescribe.teleop.episode.read.EpisodeEntry;
import org.telescribe.teleop.episode.read.EpisodeReader;
import org.telescribe.teleop.episode.read.RecordedFacts;

/// One dataset, read by its index only.
///
/// @param card the dataset
/// @param episodes its episodes
record DatasetListing(DatasetCard card, List<EpisodeCard> episodes) {
    DatasetListing {
        episodes = List.copyOf(episodes);
    }

    static DatasetListing read(Path directory) {
        try (EpisodeReader reader = EpisodeReader.open(directory)) {
            return read(directory, reader);
        } catch (DatasetException broken) {
            String trouble = String.valueOf(broken.getMessage());
            return new DatasetListing(
                    new DatasetCard(
                            directory, nameOf(directory), "", "", ArmKind.UNKNOWN, 0, 0, 0, List.of(), trouble, 0),
                    List.of());
        }
    }

    private static DatasetListing read(Path directory, EpisodeReader reader) {
        DatasetInfo info = reader.info();
        Map<Integer, RecordedFacts> facts = Map.of();
        String trouble = trouble(info, reader.episodes());
        try {
            facts = reader.recordedFacts();
        } catch (DatasetException unreadable) {
            trouble = trouble.isEmpty() ? String.valueOf(unreadable.getMessage()) : trouble;
        }
        List<EpisodeCard> cards = new ArrayList<>(reader.episodes().size());
        for (EpisodeEntry entry : reader.episodes()) {
            cards.add(card(directory, info, entry, facts.get(entry.index())));
        }
        DatasetCard card = new DatasetCard(
                directory,
                nameOf(directory),
                info.version(),
                info.robotType(),
                armKind(facts),
                reader.episodes().size(),
                reader.episodes().stream().mapToLong(EpisodeEntry::length).sum(),
                info.framesPerSecond(),
                info.cameras().stream().map(DatasetListing::shortName).toList(),
                trouble,
                info.openJournals().size());
        return new DatasetListing(card, cards);
    }

    private static EpisodeCard card(
            Path directory, DatasetInfo info, EpisodeEntry entry, @Nullable RecordedFacts facts) {
        String onlyTask = info.tasks().size() == 1 ? info.tasks().getFirst() : "";
        return new EpisodeCard(
                directory,
                nameOf(directory),
                entry.index(),
                facts == null ? "" : facts.episodeUuid(),
                entry.tasks().isEmpty() ? onlyTask : entry.tasks().getFirst(),
                entry.length(),
                info.framesPerSecond(),
                facts == null ? null : facts.outcome(),
                facts != null && facts.flagged(),
                facts == null ? "" : facts.operator(),
                poster(directory, info, entry));
    }

    private static @Nullable PosterPlace poster(Path directory, DatasetInfo info, EpisodeEntry entry) {
        for (String camera : info.cameras()) {
            EpisodeEntry.VideoSpan span = entry.videos().get(camera);
            if (span != null && info.framesPerSecond() > 0) {
                long middleRow = entry.length() / 2;
                double middleSeconds = span.fromSeconds() + middleRow / info.framesPerSecond();
                return new PosterPlace(directory, span.file(), middleSeconds);
            }
        }
        return null;
    }

    /// The first thing that is wrong, of those that show without reading rows or pictures.
    private static String trouble(DatasetInfo info, List<EpisodeEntry> episodes) {
        long rows = episodes.stream().mapToLong(EpisodeEntry::length).sum();
        if (!(info.framesPerSecond() > 0)) {
            return "meta/info.json: fps is missing. The dataset was not changed; add the rate it was recorded at.";
        }
        if (!info.missingFiles().isEmpty()) {
            int missing = info.missingFiles().size();
            return missing == 1
                    ? "%s is missing. Bring it back from a copy."
                            .formatted(info.missingFiles().getFirst())
                    : "%,d files are missing, the first is %s. Bring them back from a copy."
                            .formatted(missing, info.missingFiles().getFirst());
        }
        if (info.episodes() != episodes.size()) {
            return "meta/info.json says %d episodes, meta/episodes lists %d. Verify the dataset to see which is right."
                    .formatted(info.episodes(), episodes.size());
        }
        if (info.rows() != rows) {
            return "meta/info.json says %d rows, the episodes have %d. Verify the dataset to see which is right."
                    .formatted(info.rows(), rows);
        }
        return "";
    }

    private static ArmKind armKind(Map<Integer, RecordedFacts> facts) {
        TreeSet<String> kinds = new TreeSet<>();
        facts.values().forEach(fact -> kinds.add(fact.armSource()));
        kinds.remove("");
        if (kinds.size() > 1) {
            return ArmKind.MIXED;
        }
        return switch (kinds.isEmpty() ? "" : kinds.first()) {
            case "real" -> ArmKind.REAL;
            case "emulated" -> ArmKind.EMULATED;
            default -> ArmKind.UNKNOWN;
        };
    }

    static String nameOf(Path directory) {
        Path name = directory.toAbsolutePath().normalize().getFileName();
        return name == null ? directory.toString() : name.toString();
    }

    private static String shortName(String feature) {
        return feature.substring(feature.lastIndexOf('.') + 1);
    }
}

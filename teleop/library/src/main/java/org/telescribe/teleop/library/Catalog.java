package org.telescribe.teleop.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.telescribe.teleop.episode.lerobot.DatasetNames;

/// Which datasets there are below some folders. A folder is a dataset itself or holds datasets. Reads
/// indexes only, and those that did not change are not read again. A background thread of its owner.
public final class Catalog {
    private final List<Path> folders;
    private final Map<Path, Known> known = new LinkedHashMap<>();
    private CatalogContent content = new CatalogContent(List.of(), List.of());

    private record Known(DatasetStamp stamp, DatasetListing listing) {}

    /// A catalog that has not looked yet.
    ///
    /// @param folders datasets, or folders that hold datasets; those that do not exist hold none
    public Catalog(List<Path> folders) {
        this.folders = new ArrayList<>(folders);
    }

    /// Adds a folder; it is looked at with the next refresh.
    ///
    /// @param folder a dataset, or a folder that holds datasets
    public void add(Path folder) {
        if (!folders.contains(folder)) {
            folders.add(folder);
        }
    }

    /// {@return what was found at the last refresh}
    public CatalogContent content() {
        return content;
    }

    /// Looks again: reads what is new or has changed, drops what is gone. Cheap when nothing changed, so
    /// it can be called every second.
    ///
    /// @return whether anything changed
    public boolean refresh() {
        Set<Path> found = new TreeSet<>();
        folders.forEach(folder -> found.addAll(datasetsIn(folder)));
        boolean changed = known.keySet().retainAll(found);
        for (Path directory : found) {
            changed |= refresh(directory);
        }
        if (changed) {
            content = gather();
        }
        return changed;
    }

    private boolean refresh(Path directory) {
        Known before = known.get(directory);
        try {
            DatasetStamp stamp = DatasetStamp.of(directory);
            if (before != null && before.stamp().equals(stamp)) {
                return false;
            }
            known.put(directory, new Known(stamp, DatasetListing.read(directory)));
            return true;
        } catch (IOException vanishing) { // it is being written or removed; the next refresh sees more
            return known.remove(directory) != null;
        }
    }

    private CatalogContent gather() {
        List<DatasetListing> listings = known.values().stream()
                .map(Known::listing)
                .sorted(Comparator.comparing(
                                (DatasetListing listing) -> listing.card().name())
                        .thenComparing(listing -> listing.card().directory()))
                .toList();
        List<EpisodeCard> episodes = new ArrayList<>();
        listings.forEach(listing -> episodes.addAll(listing.episodes()));
        return new CatalogContent(listings.stream().map(DatasetListing::card).toList(), episodes);
    }

    private static List<Path> datasetsIn(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (isDataset(absolute)) {
            return List.of(absolute);
        }
        if (!Files.isDirectory(absolute)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(absolute)) {
            return children.filter(Catalog::isDataset).toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /// A broken set is a dataset too: it has some of a dataset's folders.
    private static boolean isDataset(Path folder) {
        return Files.isRegularFile(folder.resolve(DatasetNames.INFO))
                || Files.isDirectory(folder.resolve("meta"))
                || Files.isDirectory(folder.resolve(DatasetNames.JOURNALS));
    }
}

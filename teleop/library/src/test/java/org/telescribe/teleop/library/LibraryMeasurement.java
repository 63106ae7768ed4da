package org.telescribe.teleop.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.telescribe.devices.core.time.SystemSessionClock;

/// Measures listing and searching on this machine; run by hand: `java ... LibraryMeasurement FOLDER`.
final class LibraryMeasurement {
    private LibraryMeasurement() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        var clock = new SystemSessionClock();
        for (boolean separate : new boolean[] {false, true}) {
            for (int columns : new int[] {0, 150}) {
                Path set = folder.resolve("set-" + separate + "-" + columns).resolve("big");
                if (!Files.exists(set)) {
                    new IndexedSet(set).write(1_000, separate, columns);
                }
                for (int round = 0; round < 3; round++) {
                    Catalog catalog = new Catalog(List.of(set));
                    long before = clock.nanoTime();
                    catalog.refresh();
                    long after = clock.nanoTime();
                    catalog.refresh();
                    System.out.printf(
                            "MEASURE 1000 episodes, separate files %s, %d more columns: %.0f ms, again %.1f ms %s%n",
                            separate,
                            columns,
                            (after - before) / 1e6,
                            (clock.nanoTime() - after) / 1e6,
                            catalog.content().datasets().getFirst().trouble());
                }
            }
        }
        List<EpisodeCard> episodes = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            episodes.add(new EpisodeCard(
                    folder,
                    "aloha-mix",
                    i,
                    "",
                    "Put the block number %d in the bowl, slowly".formatted(i),
                    30,
                    30,
                    null,
                    false,
                    "Zoë",
                    null));
        }
        long before = clock.nanoTime();
        EpisodeSearch search = new EpisodeSearch(new CatalogContent(List.of(), episodes));
        System.out.printf("MEASURE search prepared in %.0f ms%n", (clock.nanoTime() - before) / 1e6);
        for (String query : List.of("zoe bowl 777", "z", "put block", "nothing of it")) {
            before = clock.nanoTime();
            int size = search.find(query).size();
            System.out.printf(
                    "MEASURE search \"%s\" %d found in %.1f ms%n", query, size, (clock.nanoTime() - before) / 1e6);
        }
    }
}

package org.telescribe.teleop.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds episodes by words in their task, operator and dataset's name: all words must stand somewhere,
/// capitals and accents do not matter. Texts that many episodes share are looked through once. Not
/// changed once made; any thread.
public final class EpisodeSearch {
    private static final int FIELDS = 3;

    private final List<EpisodeCard> episodes;
    private final List<String> texts = new ArrayList<>();
    private final int[] textOfField;

    /// Prepares for searching.
    ///
    /// @param content what is to be searched
    public EpisodeSearch(CatalogContent content) {
        this.episodes = content.episodes();
        this.textOfField = new int[episodes.size() * FIELDS];
        Map<String, Integer> numbers = new HashMap<>();
        int at = 0;
        for (EpisodeCard episode : episodes) {
            textOfField[at++] = number(numbers, episode.task());
            textOfField[at++] = number(numbers, episode.operator());
            textOfField[at++] = number(numbers, episode.datasetName());
        }
    }

    private int number(Map<String, Integer> numbers, String text) {
        return numbers.computeIfAbsent(text, original -> {
            texts.add(FoldedText.of(original).folded());
            return texts.size() - 1;
        });
    }

    /// {@return the episodes that hold all words; all episodes when there are no words}
    ///
    /// @param query words between blanks
    public SearchResult find(String query) {
        List<String> words = Arrays.stream(FoldedText.of(query).folded().strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        int[] found = new int[episodes.size()];
        int count = 0;
        if (words.size() <= Long.SIZE) {
            long[] held = heldWords(words);
            long all = words.size() == Long.SIZE ? -1 : (1L << words.size()) - 1;
            for (int episode = 0; episode < found.length; episode++) {
                long has = 0;
                for (int field = 0; field < FIELDS; field++) {
                    has |= held[textOfField[episode * FIELDS + field]];
                }
                if (has == all) {
                    found[count++] = episode;
                }
            }
        }
        return new SearchResult(episodes, Arrays.copyOf(found, count), words);
    }

    /// For each text, a bit for each word that it holds.
    private long[] heldWords(List<String> words) {
        long[] held = new long[texts.size()];
        for (int text = 0; text < held.length; text++) {
            for (int word = 0; word < words.size(); word++) {
                held[text] |= texts.get(text).contains(words.get(word)) ? 1L << word : 0;
            }
        }
        return held;
    }
}

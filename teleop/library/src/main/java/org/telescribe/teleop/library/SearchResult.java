package org.telescribe.teleop.library;

import java.util.List;

/// What a search found, in the catalog's order. Where the words stand is found out only for the episodes
/// that are looked at.
public final class SearchResult {
    private final List<EpisodeCard> episodes;
    private final int[] found;
    private final List<String> words;

    SearchResult(List<EpisodeCard> episodes, int[] found, List<String> words) {
        this.episodes = episodes;
        this.found = found;
        this.words = words;
    }

    /// {@return how many episodes were found}
    public int size() {
        return found.length;
    }

    /// {@return how many episodes there are}
    public int of() {
        return episodes.size();
    }

    /// {@return one of the episodes found}
    ///
    /// @param place its place among those found, from 0
    public EpisodeCard episode(int place) {
        return episodes.get(found[place]);
    }

    /// {@return one of the episodes found, and where the words stand}
    ///
    /// @param place its place among those found, from 0
    public EpisodeMatch match(int place) {
        EpisodeCard episode = episode(place);
        return new EpisodeMatch(
                episode,
                FoldedText.of(episode.task()).ranges(words),
                FoldedText.of(episode.operator()).ranges(words),
                FoldedText.of(episode.datasetName()).ranges(words));
    }
}

package org.telescribe.teleop.library;

import java.util.List;

/// What the catalog found, at one moment.
///
/// @param datasets all datasets, sorted by name
/// @param episodes all episodes, dataset by dataset in that order
public record CatalogContent(List<DatasetCard> datasets, List<EpisodeCard> episodes) {
    /// Copies.
    public CatalogContent {
        datasets = List.copyOf(datasets);
        episodes = List.copyOf(episodes);
    }
}

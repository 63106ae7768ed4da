package org.telescribe.annotator.labels.draft;

import java.util.List;
import org.telescribe.annotator.labels.model.EpisodeLink;
import org.telescribe.annotator.labels.model.TaskVideo;

/// What the script of a bench episode knows about it.
///
/// @param dataset the dataset's name
/// @param episode where the episode lies, with its name for ever
/// @param videos its videos
/// @param framesPerSecond its rate
/// @param frames how many frames it has
/// @param instruction what was to be done
/// @param moves what was done, in time order
/// @param colors all colours of blocks on the bench
/// @param places all places to which blocks can be brought, with prepositions
public record ScriptFacts(
        String dataset,
        EpisodeLink episode,
        List<TaskVideo> videos,
        double framesPerSecond,
        long frames,
        String instruction,
        List<ScriptedMove> moves,
        List<String> colors,
        List<String> places) {
    /// Copies.
    public ScriptFacts {
        videos = List.copyOf(videos);
        moves = List.copyOf(moves);
        colors = List.copyOf(colors);
        places = List.copyOf(places);
        if (episode.episodeUuid().isBlank()) {
            throw new IllegalArgumentException("an episode of the bench has a name");
        }
    }
}

package org.telescribe.app.review;

import org.telescribe.app.console.CommandFailed;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.read.EpisodeEntry;
import org.telescribe.teleop.episode.read.EpisodeReader;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;

/// Loads episodes, turning refusals into sentences. Background thread.
public final class EpisodeOpening {
    private EpisodeOpening() {}

    /// A loaded episode and its neighbours.
    ///
    /// @param clip the episode
    /// @param first number of the dataset's first episode
    /// @param last number of the dataset's last episode
    public record Loaded(EpisodeClip clip, int first, int last) {}

    /// Loads an episode.
    ///
    /// @param address which
    /// @return the episode
    /// @throws CommandFailed when it cannot be loaded; the message is for people
    public static Loaded load(EpisodeAddress address) throws CommandFailed {
        try (EpisodeReader reader = EpisodeReader.open(address.dataset())) {
            if (reader.episodes().isEmpty()) {
                throw new CommandFailed("%s has no episodes yet. Record one, or choose another dataset."
                        .formatted(address.dataset()));
            }
            int first = reader.episodes().getFirst().index();
            int last = reader.episodes().getLast().index();
            if (address.episode() >= 0) {
                return new Loaded(clip(reader, address.episode(), first, last), first, last);
            }
            EpisodeClip clip = clip(reader, first, first, last);
            for (EpisodeEntry entry : reader.episodes()) {
                if (clip.dataTrouble().isEmpty() && clip.cameras().stream().anyMatch(camera -> camera.isPlayable())) {
                    break;
                }
                clip = clip(reader, entry.index(), first, last);
            }
            return new Loaded(clip, first, last);
        } catch (DatasetException refused) {
            throw new CommandFailed(String.valueOf(refused.getMessage()), refused);
        }
    }

    private static EpisodeClip clip(EpisodeReader reader, int episode, int first, int last) throws CommandFailed {
        boolean there = reader.episodes().stream().anyMatch(entry -> entry.index() == episode);
        if (!there) {
            throw new CommandFailed("%s has no episode %d; its episodes are %d to %d. Choose one of them."
                    .formatted(reader.info().directory(), episode, first, last));
        }
        return EpisodeClip.load(reader, episode);
    }
}

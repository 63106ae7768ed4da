package org.telescribe.app.review;

import java.nio.file.Path;
import java.util.SequencedMap;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.read.EpisodeEntry;
import org.telescribe.teleop.episode.read.EpisodeReader;
import org.telescribe.viewer3d.playback.clip.CameraClip;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;

/// Loads episodes, turning refusals into sentences. Background thread.
public final class EpisodeOpening {
    private EpisodeOpening() {}

    /// A loaded episode and its neighbours.
    ///
    /// @param clip the episode
    /// @param space its 3D side
    /// @param first number of the dataset's first episode
    /// @param last number of the dataset's last episode
    public record Loaded(EpisodeClip clip, SpaceScenes.Space space, int first, int last) {}

    /// Loads an episode.
    ///
    /// @param address which
    /// @param scenes makes its 3D side
    /// @return the episode
    /// @throws CommandFailed when it cannot be loaded; the message is for people
    public static Loaded load(EpisodeAddress address, SpaceScenes scenes) throws CommandFailed {
        try (EpisodeReader reader = EpisodeReader.open(address.dataset())) {
            if (reader.episodes().isEmpty()) {
                throw new CommandFailed(
                        "%s has no episodes yet. Record one, or choose another dataset.".formatted(address.dataset()));
            }
            int first = reader.episodes().getFirst().index();
            int last = reader.episodes().getLast().index();
            if (address.episode() >= 0) {
                EpisodeClip chosen = clip(reader, address.episode(), first, last);
                return new Loaded(chosen, scenes.of(chosen), first, last);
            }
            EpisodeClip clip = clip(reader, first, first, last);
            for (EpisodeEntry entry : reader.episodes()) {
                if (clip.dataTrouble().isEmpty() && clip.cameras().stream().anyMatch(camera -> camera.isPlayable())) {
                    break;
                }
                clip = clip(reader, entry.index(), first, last);
            }
            return new Loaded(clip, scenes.of(clip), first, last);
        } catch (DatasetException refused) {
            throw new CommandFailed(String.valueOf(refused.getMessage()), refused);
        }
    }

    /// Loads an episode of which only videos are there.
    ///
    /// @param name what it is called
    /// @param task its task's sentence; may be empty
    /// @param videos file of each camera, by the camera's name
    /// @param scenes makes its 3D side
    /// @return the episode
    /// @throws CommandFailed when none of the videos can be shown; the message is for people
    public static Loaded ofVideos(String name, String task, SequencedMap<String, Path> videos, SpaceScenes scenes)
            throws CommandFailed {
        EpisodeClip clip = EpisodeClip.ofVideos(name, task, videos);
        if (clip.cameras().stream().noneMatch(CameraClip::isPlayable)) {
            throw new CommandFailed(
                    clip.cameras().isEmpty()
                            ? "%s names no video. Its labels are safe. Import it again from a folder that has its videos."
                                    .formatted(name)
                            : clip.cameras().getFirst().trouble());
        }
        return new Loaded(clip, scenes.of(clip), 0, 0);
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

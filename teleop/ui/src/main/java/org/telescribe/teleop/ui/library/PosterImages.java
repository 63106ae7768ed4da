package org.telescribe.teleop.ui.library;

import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.library.EpisodeCard;
import org.telescribe.teleop.library.PosterSize;

/// Pictures that stand for episodes. JavaFX thread.
@FunctionalInterface
public interface PosterImages {
    /// {@return the picture, or null while it is being decoded or when there is none}
    ///
    /// @param episode the episode
    /// @param size how large
    @Nullable
    Image of(EpisodeCard episode, PosterSize size);
}

package org.telescribe.app.review;

import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.library.EpisodeCard;

/// Pictures of episodes, decoded in the background, the newest few hundred kept. JavaFX thread.
final class PosterShelf implements AutoCloseable {
    private final Runnable onChange;

    PosterShelf(Runnable onChange) {
        this.onChange = onChange;
    }

    @Nullable
    Image of(EpisodeCard episode) {
        return null;
    }

    boolean isSettled(EpisodeCard episode) {
        return onChange != null;
    }

    @Override
    public void close() {}
}

package org.telescribe.app.review;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.agent.AgentRunner;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.posix.PosixThreadScheduling;
import org.telescribe.teleop.library.EpisodeCard;
import org.telescribe.teleop.library.Poster;
import org.telescribe.teleop.library.PosterPlace;
import org.telescribe.teleop.library.PosterSize;
import org.telescribe.teleop.library.Posters;
import org.telescribe.teleop.ui.library.PosterImages;

/// Pictures of episodes for the screen, decoded in the background, the newest few hundred kept. JavaFX
/// thread.
final class PosterShelf implements PosterImages, AutoCloseable {
    private static final int CAPACITY = 400;

    private final Posters posters = new Posters(CAPACITY, new PosixThreadScheduling());
    private final AgentRunner runner;
    private final Map<Key, Image> images = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Image> eldest) {
            return size() > CAPACITY;
        }
    };
    private int shownVersion;

    /// A picture in a size.
    ///
    /// @param place whose
    /// @param size how large
    private record Key(PosterPlace place, PosterSize size) {}

    PosterShelf(SessionClock clock) {
        this.runner = new AgentRunner(posters, clock, new ParkingWait(clock), failure -> {}).start();
    }

    @Override
    public @Nullable Image of(EpisodeCard episode, PosterSize size) {
        PosterPlace place = episode.poster();
        if (place == null) {
            return null;
        }
        Key key = new Key(place, size);
        Image known = images.get(key);
        if (known != null) {
            return known;
        }
        Optional<Poster> poster = posters.find(place, size);
        if (poster.isEmpty() || poster.get().width() == 0) {
            return null;
        }
        Image image = image(poster.get());
        images.put(key, image);
        return image;
    }

    private static Image image(Poster poster) {
        WritableImage image = new WritableImage(poster.width(), poster.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        poster.width(),
                        poster.height(),
                        PixelFormat.getIntArgbInstance(),
                        poster.argb(),
                        0,
                        poster.width());
        return image;
    }

    /// {@return whether new pictures came since the last call}
    boolean changed() {
        int version = posters.version();
        boolean newer = version != shownVersion;
        shownVersion = version;
        return newer;
    }

    boolean isSettled(EpisodeCard episode) {
        PosterPlace place = episode.poster();
        return place == null || posters.find(place, PosterSize.INSPECTOR).isPresent();
    }

    @Override
    public void close() {
        runner.close();
    }
}

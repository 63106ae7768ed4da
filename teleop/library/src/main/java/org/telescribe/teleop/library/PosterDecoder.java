package org.telescribe.teleop.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.read.DatasetView;
import org.telescribe.teleop.episode.video.SeekableVideo;
import org.telescribe.teleop.episode.video.VideoIndex;

/// Decodes posters, one after the other. Remembers the indexes of some files, since many episodes may
/// lie in one. One thread.
final class PosterDecoder {
    private static final int MOST_INDEXES = 16;

    private final LinkedHashMap<Path, VideoIndex> indexes = new LinkedHashMap<>();

    Poster decode(PosterPlace place, PosterSize size) {
        try {
            Path file = DatasetView.of(place.dataset()).find(place.file());
            if (file == null) {
                return Poster.none("%s is missing.".formatted(place.file()));
            }
            VideoIndex index = index(file);
            int picture = Math.max(0, index.frameAt(place.seconds()));
            PooledFrame frame = new FramePool(1, index.width(), index.height(), false).take();
            if (frame == null) {
                throw new IllegalStateException("a new pool has no buffer");
            }
            try (SeekableVideo video = SeekableVideo.open(index, 1)) {
                video.decode(picture, frame);
            }
            return PosterScaling.scale(frame.pixels(), index.width(), index.height(), size);
        } catch (DatasetException broken) {
            return Poster.none(String.valueOf(broken.getMessage()));
        } catch (IOException refused) {
            return Poster.none("%s cannot be read: %s.".formatted(place.file(), refused.getMessage()));
        }
    }

    private VideoIndex index(Path file) {
        VideoIndex index = indexes.remove(file);
        if (index == null) {
            index = VideoIndex.read(file);
        }
        indexes.put(file, index);
        if (indexes.size() > MOST_INDEXES) {
            indexes.pollFirstEntry();
        }
        return index;
    }

    /// Forgets what it knows of files: they may have changed.
    void forget() {
        indexes.clear();
    }
}

package org.telescribe.teleop.episode.video;

import java.nio.file.Path;
import org.telescribe.teleop.episode.model.ImageHistogram;

/// Statistics of the pictures of a video file, by decoding it.
public final class PictureStatistics {
    private PictureStatistics() {}

    /// {@return brightness and colours of a file's pictures, sampled as an encoder samples them}
    ///
    /// @param file an mp4 file
    public static ImageHistogram ofVideo(Path file) {
        try (VideoFileReader reader = new VideoFileReader(file)) {
            PictureSampler sampler = new PictureSampler(reader.width(), reader.height());
            long row = 0;
            while (reader.decodeNext()) {
                if (PictureSampler.isDue(row)) {
                    sampler.sample(reader.picture());
                }
                row++;
            }
            return sampler.soFar();
        }
    }
}

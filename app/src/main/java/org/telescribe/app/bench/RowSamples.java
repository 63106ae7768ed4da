package org.telescribe.app.bench;

import java.nio.file.Path;
import java.util.Map;
import org.telescribe.devices.emulator.camera.FrameCounter;
import org.telescribe.teleop.episode.read.EpisodeEntry;
import org.telescribe.teleop.episode.read.EpisodeReader;
import org.telescribe.teleop.episode.read.FeatureValues;
import org.telescribe.teleop.episode.video.VideoFileReader;

/// Compares the number drawn into each decoded picture with the frame number that its row's capture
/// record says.
final class RowSamples {
    private static final String IMAGES = "observation.images.";
    private static final String SEQUENCE = "observation.sequence.";

    private RowSamples() {}

    /// What was compared.
    ///
    /// @param rows rows of the episode
    /// @param wrong pictures whose number is not the row's, over all cameras
    record Result(int rows, long wrong) {}

    static Result compare(Path dataset, int episode) {
        try (EpisodeReader reader = EpisodeReader.open(dataset)) {
            EpisodeEntry entry = reader.episodes().get(episode);
            long wrong = 0;
            for (Map.Entry<String, EpisodeEntry.VideoSpan> video :
                    entry.videos().entrySet()) {
                String camera = video.getKey().substring(IMAGES.length());
                FeatureValues sequences = reader.values(episode, SEQUENCE + camera);
                wrong += wrong(reader.file(video.getValue().file()), sequences);
            }
            return new Result((int) entry.length(), wrong);
        }
    }

    private static long wrong(Path file, FeatureValues sequences) {
        long wrong = 0;
        int row = 0;
        try (VideoFileReader video = new VideoFileReader(file)) {
            while (video.decodeNext()) {
                long drawn = FrameCounter.read(video.picture(), video.width());
                boolean right = row < sequences.rows() && drawn == (sequences.integerAt(row, 0) & 0xFFFFFFFFL);
                wrong += right ? 0 : 1;
                row++;
            }
        }
        return wrong + Math.abs(sequences.rows() - row);
    }
}

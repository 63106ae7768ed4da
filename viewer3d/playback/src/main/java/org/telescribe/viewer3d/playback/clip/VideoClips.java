package org.telescribe.viewer3d.playback.clip;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.video.SeekableVideo;
import org.telescribe.teleop.episode.video.VideoIndex;

/// Makes an episode of videos alone: there are no rows of numbers, so the grid is that of the video with
/// the most pictures.
final class VideoClips {
    private static final double USUAL_RATE = 30;

    private VideoClips() {}

    /// A video that could be read.
    private record Found(String view, VideoIndex index) {
        double rate() {
            double span = index.seconds(index.pictures() - 1) - index.seconds(0);
            return index.pictures() < 2 || span <= 0 ? USUAL_RATE : (index.pictures() - 1) / span;
        }

        double toSeconds() {
            return index.seconds(index.pictures() - 1) + 1 / rate();
        }
    }

    static EpisodeClip clip(String name, String task, Map<String, Path> videos) {
        List<CameraClip> cameras = new ArrayList<>();
        double rate = USUAL_RATE;
        int rows = 0;
        Path folder = Path.of("");
        for (Map.Entry<String, Path> video : videos.entrySet()) {
            Path file = video.getValue();
            Path parent = file.toAbsolutePath().getParent();
            folder = parent == null ? folder : parent;
            String fileName = String.valueOf(file.getFileName());
            try {
                Found found = new Found(video.getKey(), VideoIndex.read(file));
                SeekableVideo.open(found.index(), 1).close(); // whether there is a decoder
                CameraClip.Place place = new CameraClip.Place(
                        found.view(), fileName, found.index().seconds(0), found.toSeconds());
                cameras.add(CameraClip.playable(place, found.index(), CameraTimes.unknown()));
                if (found.index().pictures() > rows) {
                    rows = found.index().pictures();
                    rate = found.rate();
                }
            } catch (DatasetException broken) {
                CameraClip.Place place = new CameraClip.Place(video.getKey(), fileName, 0, 0);
                cameras.add(CameraClip.lost(place, String.valueOf(broken.getMessage())));
            }
        }
        return new EpisodeClip(
                name,
                folder,
                "",
                "",
                0,
                task.isEmpty() ? List.of() : List.of(task),
                rate,
                rows,
                cameras,
                List.of(),
                List.of(),
                List.of(),
                null,
                "");
    }
}

package org.telescribe.viewer3d.playback.clip;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.telescribe.teleop.episode.video.VideoIndex;

/// Episodes made of video files alone.
public final class TestClips {
    private TestClips() {}

    public static CameraClip camera(String name, Path file, double fromSeconds, double toSeconds) {
        return CameraClip.playable(
                new CameraClip.Place("observation.images." + name, file.toString(), fromSeconds, toSeconds),
                VideoIndex.read(file),
                CameraTimes.unknown());
    }

    public static CameraClip camera(Path file, double fromSeconds, double toSeconds, int[] repeats) {
        return CameraClip.playable(
                new CameraClip.Place("observation.images.head", file.toString(), fromSeconds, toSeconds),
                VideoIndex.read(file),
                new CameraTimes(new long[repeats.length], repeats));
    }

    public static CameraClip lost(String name, String sentence) {
        return CameraClip.lost(new CameraClip.Place("observation.images." + name, "none.mp4", 0, 1), sentence);
    }

    public static EpisodeClip episode(int rows, List<CameraClip> cameras) {
        return new EpisodeClip(
                "test",
                Path.of("test"),
                "v3.0",
                "test_dual",
                0,
                List.of("test"),
                CounterVideo.RATE,
                rows,
                new ArrayList<>(cameras),
                List.of(),
                List.of(),
                List.of(),
                null,
                "");
    }
}

package org.telescribe.viewer3d.playback.clip;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Several episodes under one clock, aligned by their starts: one episode with a camera of each. A
/// shorter one stands on its last picture.
public final class SideBySide {
    private SideBySide() {}

    /// A clip among others.
    ///
    /// @param label what its pane is called
    /// @param clip the episode
    /// @param camera name of the camera that is shown; the first playable one when it has no such
    public record Side(String label, EpisodeClip clip, String camera) {
        CameraClip chosen() {
            return clip.cameras().stream()
                    .filter(found -> found.name().equals(camera) && found.isPlayable())
                    .findFirst()
                    .orElseGet(() -> clip.cameras().stream()
                            .filter(CameraClip::isPlayable)
                            .findFirst()
                            .orElse(clip.cameras().getFirst()));
        }
    }

    /// {@return one episode of all; its grid is the finest of theirs, its length that of the longest}
    ///
    /// @param name what it is called
    /// @param task its task's sentence
    /// @param sides the clips, at least one, each with at least one camera
    public static EpisodeClip of(String name, String task, List<Side> sides) {
        List<CameraClip> cameras = new ArrayList<>();
        double rate = 0;
        long durationNanos = 0;
        for (Side side : sides) {
            cameras.add(side.chosen().named(side.label()));
            rate = Math.max(rate, side.clip().framesPerSecond());
            durationNanos = Math.max(durationNanos, side.clip().durationNanos());
        }
        Path directory = sides.getFirst().clip().directory();
        return new EpisodeClip(
                name,
                directory,
                "",
                sides.getFirst().clip().robotType(),
                0,
                List.of(task),
                rate,
                (int) Math.round(durationNanos * rate / 1e9),
                cameras,
                List.of(),
                List.of(),
                List.of(),
                null,
                "");
    }
}

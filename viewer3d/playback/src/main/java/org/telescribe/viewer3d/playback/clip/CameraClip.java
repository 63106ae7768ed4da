package org.telescribe.viewer3d.playback.clip;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.video.VideoIndex;

/// One camera of an episode: which pictures of which file, when each is shown, when it was captured.
/// Pictures are numbered from 0 within the episode; moments are nanoseconds from the episode's start.
public final class CameraClip {
    private static final double NANOS = 1e9;

    private final String feature;
    private final String name;
    private final String file;
    private final double fromSeconds;
    private final double toSeconds;
    private final @Nullable VideoIndex index;
    private final int firstPicture;
    private final long[] frameTicksNanos;
    private final long toleranceNanos;
    private final CameraTimes times;
    private final String trouble;

    private CameraClip(
            Place place,
            @Nullable VideoIndex index,
            int firstPicture,
            long[] frameTicksNanos,
            CameraTimes times,
            String trouble) {
        this.feature = place.feature();
        this.name = shortName(place.feature());
        this.file = place.file();
        this.fromSeconds = place.fromSeconds();
        this.toSeconds = place.toSeconds();
        this.index = index;
        this.firstPicture = firstPicture;
        this.frameTicksNanos = frameTicksNanos;
        this.toleranceNanos = index == null ? 0 : Math.round(index.toleranceSeconds() * NANOS);
        this.times = times;
        this.trouble = trouble;
    }

    /// Where a camera's pictures are.
    ///
    /// @param feature name of the video feature
    /// @param file name of the file below the dataset's directory
    /// @param fromSeconds where the episode begins in it
    /// @param toSeconds where the episode ends in it
    record Place(String feature, String file, double fromSeconds, double toSeconds) {}

    static CameraClip playable(Place place, VideoIndex index, CameraTimes times) {
        int first = index.frameAt(place.fromSeconds() - 2 * index.toleranceSeconds()) + 1;
        int last = index.frameAt(place.toSeconds() - 2 * index.toleranceSeconds());
        if (first > last) {
            return lost(
                    place,
                    "%s has no picture between %.3f s and %.3f s, where this episode should be. Other cameras still play."
                            .formatted(place.file(), place.fromSeconds(), place.toSeconds()));
        }
        long[] ticks = new long[last - first + 1];
        for (int frame = 0; frame < ticks.length; frame++) {
            ticks[frame] = Math.round((index.seconds(first + frame) - place.fromSeconds()) * NANOS);
        }
        return new CameraClip(place, index, first, ticks, times, "");
    }

    static CameraClip lost(Place place, String sentence) {
        return new CameraClip(place, null, 0, new long[0], CameraTimes.unknown(), sentence);
    }

    /// {@return the same pictures under another name, without what is known of each row: for panes
    /// in which cameras of several episodes stand side by side}
    ///
    /// @param name the other name
    CameraClip named(String name) {
        return new CameraClip(
                new Place(name, file, fromSeconds, toSeconds),
                index,
                firstPicture,
                frameTicksNanos,
                CameraTimes.unknown(),
                trouble);
    }

    static String shortName(String feature) {
        return feature.substring(feature.lastIndexOf('.') + 1);
    }

    /// {@return name of the video feature, such as `observation.images.head`}
    public String feature() {
        return feature;
    }

    /// {@return short name, such as `head`}
    public String name() {
        return name;
    }

    /// {@return name of the video file below the dataset's directory}
    public String file() {
        return file;
    }

    /// {@return where the episode begins in the file, seconds}
    public double fromSeconds() {
        return fromSeconds;
    }

    /// {@return where the episode ends in the file, seconds}
    public double toSeconds() {
        return toSeconds;
    }

    /// {@return why it cannot be shown, a sentence; empty when it can}
    public String trouble() {
        return trouble;
    }

    /// {@return whether its pictures can be decoded}
    public boolean isPlayable() {
        return index != null;
    }

    /// {@return the file's index}
    public VideoIndex index() {
        if (index == null) {
            throw new IllegalStateException("camera %s cannot be shown: %s".formatted(name, trouble));
        }
        return index;
    }

    /// {@return pixels; 0 when it cannot be shown}
    public int width() {
        return index == null ? 0 : index.width();
    }

    /// {@return pixels; 0 when it cannot be shown}
    public int height() {
        return index == null ? 0 : index.height();
    }

    /// {@return FFmpeg's name of the codec; empty when the file cannot be read}
    public String codecName() {
        return index == null ? "" : index.codecName();
    }

    /// {@return number of pictures}
    public int frames() {
        return frameTicksNanos.length;
    }

    /// {@return when a picture is shown}
    ///
    /// @param frame its number within the episode
    public long tickNanosOf(int frame) {
        return frameTicksNanos[frame];
    }

    /// {@return the picture on show at a moment: the greatest presentation time that is not after it; -1
    /// before the first}
    ///
    /// @param tickNanos the moment
    public int frameAt(long tickNanos) {
        int found = Arrays.binarySearch(frameTicksNanos, tickNanos + toleranceNanos);
        return found >= 0 ? found : -found - 2;
    }

    /// {@return number of a picture within its file}
    ///
    /// @param frame its number within the episode
    public int pictureOf(int frame) {
        return firstPicture + frame;
    }

    /// {@return number within the episode of a picture of the file; negative or too great when it belongs
    /// to another episode}
    ///
    /// @param picture its number within the file
    public int frameOf(int picture) {
        return picture - firstPicture;
    }

    /// {@return when the pictures were captured, and which are repeats}
    public CameraTimes times() {
        return times;
    }
}

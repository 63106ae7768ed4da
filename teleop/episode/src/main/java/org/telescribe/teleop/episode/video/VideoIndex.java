package org.telescribe.teleop.episode.video;

import java.nio.file.Path;
import java.util.Arrays;

/// When each picture of a video file is shown and from which keyframe it is decoded, read from the
/// container without decoding. Pictures are numbered from 0 in the order in which they are shown. Not
/// changed once read; any thread.
public final class VideoIndex {
    private static final double MOST_TOLERANCE_SECONDS = 1e-4; // what LeRobot's own readers allow
    private static final double TOLERANCE_OF_INTERVAL = 0.1;
    private static final double NANOS = 1e9;

    private final Path file;
    private final String codecName;
    private final int width;
    private final int height;
    private final double secondsPerTick;
    private final long[] ticks;
    private final int[] starts;
    private final long[] startDecodeTicks;
    private final int[] startPictures;
    private final double toleranceSeconds;

    /// @param ticks presentation stamps, growing
    /// @param starts for each picture, which start it is decoded from
    /// @param startDecodeTicks for each start, its decoding stamp
    /// @param startPictures for each start, the number of its picture, -1 when that is cut off
    VideoIndex(
            Path file,
            String codecName,
            int width,
            int height,
            double secondsPerTick,
            long[] ticks,
            int[] starts,
            long[] startDecodeTicks,
            int[] startPictures) {
        this.file = file;
        this.codecName = codecName;
        this.width = width & ~1;
        this.height = height & ~1;
        this.secondsPerTick = secondsPerTick;
        this.ticks = ticks;
        this.starts = starts;
        this.startDecodeTicks = startDecodeTicks;
        this.startPictures = startPictures;
        double span = (ticks[ticks.length - 1] - ticks[0]) * secondsPerTick;
        double interval = ticks.length < 2 ? 1 : span / (ticks.length - 1);
        this.toleranceSeconds = Math.min(MOST_TOLERANCE_SECONDS, TOLERANCE_OF_INTERVAL * interval);
    }

    /// {@return the index of a file; reads the container's packets, decodes nothing}
    ///
    /// @param file a file with one video track
    public static VideoIndex read(Path file) {
        return VideoIndexReader.read(file);
    }

    /// {@return the file}
    public Path file() {
        return file;
    }

    /// {@return FFmpeg's name of the codec, such as `av1`}
    public String codecName() {
        return codecName;
    }

    /// {@return pixels, even: an odd last column is cut off}
    public int width() {
        return width;
    }

    /// {@return pixels, even: an odd last line is cut off}
    public int height() {
        return height;
    }

    /// {@return number of pictures}
    public int pictures() {
        return ticks.length;
    }

    /// {@return when a picture is shown, seconds on the file's own time}
    ///
    /// @param picture its number
    public double seconds(int picture) {
        return ticks[picture] * secondsPerTick;
    }

    /// {@return when a picture is shown, nanoseconds on the file's own time}
    ///
    /// @param picture its number
    public long nanos(int picture) {
        return Math.round(ticks[picture] * secondsPerTick * NANOS);
    }

    /// {@return by how much a moment may be too early and still mean a picture: rounding of 1 / rate,
    /// seconds}
    public double toleranceSeconds() {
        return toleranceSeconds;
    }

    /// {@return the picture on show at a moment: the greatest presentation time that is not after it,
    /// but for rounding; -1 before the first}
    ///
    /// @param seconds the moment on the file's own time
    public int frameAt(double seconds) {
        double most = (seconds + toleranceSeconds) / secondsPerTick;
        int low = 0;
        int high = ticks.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ticks[middle] <= most) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /// {@return the keyframe that a picture is decoded from; the picture itself when its keyframe is
    /// never shown}
    ///
    /// @param picture its number
    public int keyframeOf(int picture) {
        int keyframe = startPictures[starts[picture]];
        return keyframe < 0 ? picture : keyframe;
    }

    /// {@return whether a picture can be decoded alone}
    ///
    /// @param picture its number
    public boolean isKeyframe(int picture) {
        return startPictures[starts[picture]] == picture;
    }

    /// {@return number of places at which decoding can begin}
    public int keyframes() {
        return startPictures.length;
    }

    int start(int picture) {
        return starts[picture];
    }

    long startDecodeTicks(int start) {
        return startDecodeTicks[start];
    }

    /// {@return the first picture that decoding from a start gives; -1 when it begins with pictures that
    /// are cut off}
    int startPicture(int start) {
        return startPictures[start];
    }

    /// {@return the number of the picture with exactly this stamp, or -1}
    int pictureAtTicks(long presentationTicks) {
        int found = Arrays.binarySearch(ticks, presentationTicks);
        return found < 0 ? -1 : found;
    }
}

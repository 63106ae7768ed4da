package org.telescribe.viewer3d.fx.image;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.frame.PooledFrame;

/// The newest episode, to be looked at again while its verdict is thought about: small copies of
/// what the screen showed, in bounded memory, with no decoder and no disk. Everything is done by
/// the converting thread; the JavaFX thread says what it wants and shows the images.
public final class ScreenReels {
    private static final long BUDGET_BYTES = 48L << 20;
    private static final long NANOS = 1_000_000_000L;
    private static final long PAUSE_NANOS = NANOS / 2;
    /// Longer episodes are played faster, so that a loop stays short.
    private static final long ONCE_NANOS = 15 * NANOS;

    private static final long TWICE_NANOS = 30 * NANOS;

    private final List<Reel> reels = new ArrayList<>();
    private final List<ScreenImage> images = new ArrayList<>();
    private final long[] shownNanos;

    /// Only the newest wish matters.
    private volatile Wish wish = new Wish(Mode.KEEP, 0);

    private volatile @Nullable Playing playing;
    private Wish obeyed = wish;
    private long playSinceNanos;

    /// What becomes of the pictures that come.
    public enum Mode {
        /// Nothing is taken and nothing is played; what is there stays.
        KEEP,
        /// Pictures are taken.
        FILM,
        /// What was taken is played again and again.
        PLAY
    }

    /// What the JavaFX thread wants.
    private record Wish(Mode mode, long episode) {}

    /// What is being played.
    ///
    /// @param speed how many times as fast as it was
    /// @param atNanos time since the first picture, nanoseconds
    public record Playing(int speed, long atNanos) {}

    /// A camera's size.
    ///
    /// @param width pixels
    /// @param height pixels
    public record Size(int width, int height) {}

    /// Empty reels.
    ///
    /// @param cameras sizes of the cameras' pictures, in the dataset's order
    public ScreenReels(List<Size> cameras) {
        for (Size camera : cameras) {
            Reel reel = new Reel(camera.width(), camera.height(), BUDGET_BYTES / cameras.size());
            reels.add(reel);
            images.add(new ScreenImage(reel.width(), reel.height()));
        }
        this.shownNanos = new long[cameras.size()];
    }

    /// {@return what is played, in the order of the cameras}
    public List<ScreenImage> images() {
        return List.copyOf(images);
    }

    /// Says what is wanted; the newest word counts. Any thread.
    ///
    /// @param mode what becomes of the pictures
    /// @param episode number of the episode that they belong to; filming another one begins anew
    public void want(Mode mode, long episode) {
        Wish now = wish;
        if (now.mode() != mode || now.episode() != episode) {
            wish = new Wish(mode, episode);
        }
    }

    /// {@return what is being played; null when nothing is}
    public @Nullable Playing playing() {
        return playing;
    }

    /// Takes a picture if it is wanted. Converting thread only.
    void offer(int camera, PooledFrame frame) {
        obey();
        if (obeyed.mode() == Mode.FILM) {
            reels.get(camera).add(frame);
        }
    }

    private void obey() {
        Wish wanted = wish;
        if (wanted.equals(obeyed)) {
            return;
        }
        if (wanted.mode() == Mode.FILM && wanted.episode() != obeyed.episode()) {
            reels.forEach(Reel::clear);
        }
        playSinceNanos = 0;
        obeyed = wanted;
    }

    /// Brings the playing on. Converting thread only.
    void advance(long nowNanos) {
        obey();
        long firstNanos = Long.MAX_VALUE;
        long lastNanos = Long.MIN_VALUE;
        for (Reel reel : reels) {
            if (reel.size() > 0) {
                firstNanos = Math.min(firstNanos, reel.firstNanos());
                lastNanos = Math.max(lastNanos, reel.lastNanos());
            }
        }
        if (obeyed.mode() != Mode.PLAY || lastNanos <= firstNanos) {
            playing = null;
            return;
        }
        if (playSinceNanos == 0) {
            playSinceNanos = nowNanos;
        }
        long lengthNanos = lastNanos - firstNanos;
        int speed = speed(lengthNanos);
        long loopNanos = lengthNanos / speed + PAUSE_NANOS;
        long atNanos = Math.min(lengthNanos, (nowNanos - playSinceNanos) % loopNanos * speed);
        for (int i = 0; i < reels.size(); i++) {
            Reel.Still still = reels.get(i).at(firstNanos + atNanos);
            if (still != null
                    && still.captureNanos() != shownNanos[i]
                    && images.get(i).convert(still.i420(), still.captureNanos())) {
                shownNanos[i] = still.captureNanos();
            }
        }
        playing = new Playing(speed, atNanos);
    }

    private static int speed(long lengthNanos) {
        if (lengthNanos <= ONCE_NANOS) {
            return 1;
        }
        return lengthNanos <= TWICE_NANOS ? 2 : 4;
    }
}

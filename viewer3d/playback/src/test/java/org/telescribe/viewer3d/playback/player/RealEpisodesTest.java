package org.telescribe.viewer3d.playback.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.time.SteppedClock;
import org.telescribe.teleop.episode.read.EpisodeReader;
import org.telescribe.teleop.episode.video.SeekableVideo;
import org.telescribe.viewer3d.playback.clip.CameraClip;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;
import org.telescribe.viewer3d.playback.clip.NoScheduling;

/// A real robot's episodes play, and every picture on the screen is the one that decoding from the start
/// gives.
class RealEpisodesTest {
    private static Path shared() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/data"))) {
            folder = folder.getParent();
        }
        Path found = folder == null ? Path.of("none") : folder.resolve("shared/data/lerobot-v21-unitree-g1");
        assumeTrue(Files.isDirectory(found), "skipped: shared/data/lerobot-v21-unitree-g1 is not there");
        return found;
    }

    private static long checksum(ByteBuffer pixels) {
        CRC32C sum = new CRC32C();
        sum.update(pixels);
        return sum.getValue();
    }

    private static long[] straight(CameraClip camera) {
        long[] sums = new long[camera.frames()];
        PooledFrame frame = new FramePool(1, camera.width(), camera.height(), false).take();
        assertNotNull(frame);
        try (SeekableVideo video = SeekableVideo.open(camera.index(), 1)) {
            video.aim(camera.pictureOf(0));
            for (int k = 0; k < sums.length; k++) {
                assertEquals(camera.pictureOf(k), video.advance(0));
                video.copyTo(frame);
                sums[k] = checksum(frame.pixels());
            }
        }
        return sums;
    }

    private static final class SumSink implements PictureSink {
        private long accepted;
        private long shown;

        @Override
        public boolean accept(PooledFrame i420, int frameNumber) {
            accepted = checksum(i420.pixels());
            return true;
        }

        @Override
        public void drop() {}

        @Override
        public void show() {
            shown = accepted;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {29, 30})
    void everyPictureShownIsTheRightOne(int episode) {
        try (EpisodeReader reader = EpisodeReader.open(shared())) {
            EpisodeClip clip = EpisodeClip.load(reader, episode);
            long[] sums = straight(clip.cameras().getFirst());
            SumSink sink = new SumSink();
            SteppedClock clock = new SteppedClock(1);
            try (Player player = new Player(
                    clip,
                    List.of(sink),
                    PlayerSettings.usual(),
                    new PictureBuffers(0),
                    clock,
                    new NoScheduling(),
                    DecodeHook.none())) {
                int exact = 0;
                for (int pulse = 0; pulse < 400; pulse++) {
                    if (pulse == 10) {
                        player.play();
                    } else if (pulse > 150 && pulse % 15 == 0) {
                        player.pause();
                        player.seekRow(pulse * 37 % clip.rows());
                    }
                    PaneState state = player.pulse(clock.nanoTime()).getFirst();
                    if (state.badge() instanceof PaneBadge.Exact) {
                        exact++;
                        assertEquals(sums[state.frame()], sink.shown, "picture " + state.frame());
                        assertEquals(clip.rowAt(player.tickNanos()), state.frame());
                    }
                    for (int step = 0; step < 6; step++) {
                        player.decoders().getFirst().doWork(clock.nanoTime());
                    }
                    clock.advance(SteppedPlayer.PULSE_NANOS);
                }
                assertTrue(exact > 300, "exact at %d of 400 pulses".formatted(exact));
                assertInstanceOf(
                        PaneBadge.Exact.class, player.states().getFirst().badge());
            }
        }
    }
}

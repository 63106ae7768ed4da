package org.telescribe.viewer3d.playback.player;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.teleop.episode.model.VideoSettings;
import org.telescribe.viewer3d.playback.clip.CameraClip;
import org.telescribe.viewer3d.playback.clip.CounterVideo;
import org.telescribe.viewer3d.playback.clip.TestClips;
import org.telescribe.viewer3d.playback.player.DecodeRequest.Mode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecodePlanTest {
    private static final int WIDTH = 512;
    private static final int HEIGHT = 64;
    private static final int PICTURES = 150;
    private static final int CAPACITY = 60;

    private Path video = Path.of("");

    @BeforeAll
    void encode(@TempDir Path folder) {
        video = folder.resolve("head.mp4");
        CounterVideo.write(video, VideoSettings.motionJpeg(), WIDTH, HEIGHT, PICTURES, 0);
    }

    /// A decoder that does at once what the plan says.
    private final class Decoding {
        private final CameraClip clip = TestClips.camera("head", video, 0, PICTURES / CounterVideo.RATE);
        private final FrameCache cache = new FrameCache(new PictureBuffers(0), CAPACITY, WIDTH, HEIGHT, PICTURES);
        private final DecodePlan plan = new DecodePlan(clip, cache);

        /// {@return how many pictures are decoded after the playhead has come to one}
        int playing(int frame, int loopFirst, int loopLast) {
            DecodeRequest request = new DecodeRequest(frame, Mode.EXACT, 1, loopFirst, loopLast, 1, false);
            plan.moved(request);
            int decoded = 0;
            int urgent = plan.urgent(request);
            int next = urgent == DecodePlan.NOTHING ? plan.later(request) : urgent;
            while (next != DecodePlan.NOTHING) {
                cache.place(next, request);
                decoded++;
                next = plan.later(request);
            }
            return decoded;
        }
    }

    @Test
    void theStockAheadGrowsWithWhatWasPlayedSinceAJump() {
        Decoding decoding = new Decoding();
        assertEquals(1 + 6, decoding.playing(50, -1, -1));
        assertEquals(0, decoding.playing(50, -1, -1));
        int ahead = 6;
        for (int frame = 51; frame <= 80; frame++) {
            ahead += decoding.playing(frame, -1, -1) - 1;
            assertEquals(Math.min(24, 6 + frame - 50), ahead, "at " + frame);
        }
        assertEquals(1 + 6, decoding.playing(10, -1, -1), "after a jump");
    }

    @Test
    void aScreenThatWasHeldUpOrPlaysFastDoesNotJump() {
        Decoding decoding = new Decoding();
        decoding.playing(10, -1, -1);
        assertEquals(1 + 6 + 12, decoding.playing(22, -1, -1));
        assertEquals(1 + 24, decoding.playing(46, -1, -1));
        assertEquals(1 + 6, decoding.playing(72, -1, -1), "farther than anything was decoded ahead");
    }

    @Test
    void goingRoundALoopIsNoJump() {
        Decoding decoding = new Decoding();
        for (int frame = 20; frame <= 49; frame++) {
            decoding.playing(frame, 20, 49);
        }
        for (int frame = 20; frame <= 49; frame++) {
            assertEquals(0, decoding.playing(frame, 20, 49), "all of the loop is there, at " + frame);
        }
    }
}

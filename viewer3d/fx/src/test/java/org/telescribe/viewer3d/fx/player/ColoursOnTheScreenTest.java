package org.telescribe.viewer3d.fx.player;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.image.PixelReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.teleop.episode.dataset.EpisodeRecording;
import org.telescribe.teleop.episode.dataset.RecordingDataset;
import org.telescribe.teleop.episode.durable.NioDurableFiles;
import org.telescribe.teleop.episode.model.ArmSource;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.EpisodeEnd;
import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.EpisodeSchema;
import org.telescribe.teleop.episode.model.EpisodeStart;
import org.telescribe.teleop.episode.model.EpisodeVerdict;
import org.telescribe.teleop.episode.model.FeatureSpec;
import org.telescribe.teleop.episode.model.VideoSettings;
import org.telescribe.teleop.episode.read.EpisodeReader;
import org.telescribe.teleop.episode.video.CameraEncoder;
import org.telescribe.teleop.episode.video.EncodedPacket;
import org.telescribe.teleop.episode.video.VideoEncoders;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;
import org.telescribe.viewer3d.playback.player.DecodeHook;
import org.telescribe.viewer3d.playback.player.PictureBuffers;
import org.telescribe.viewer3d.playback.player.PlayerSettings;

/// Colour bars and a grey ramp, encoded, committed, opened and played: what the pane's pixels are against
/// what was painted.
class ColoursOnTheScreenTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int ROWS = 12;
    private static final int BARS = 8;
    private static final int GREYS = 16;
    private static final int TOLERANCE = 2;
    private static final int[] BAR_COLOURS = {
        0xBFBFBF, 0xBFBF00, 0x00BFBF, 0x00BF00, 0xBF00BF, 0xBF0000, 0x0000BF, 0x101010
    };

    @TempDir
    private Path folder = Path.of("");

    private static int painted(int x, int y) {
        if (y < HEIGHT / 2) {
            return BAR_COLOURS[x * BARS / WIDTH];
        }
        int grey = 255 * (x * GREYS / WIDTH) / (GREYS - 1);
        return grey << 16 | grey << 8 | grey;
    }

    /// ITU-R BT.601-7, limited range, in floating point.
    private static ByteBuffer i420() {
        ByteBuffer pixels = ByteBuffer.allocateDirect(WIDTH * HEIGHT * 3 / 2);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int rgb = painted(x, y);
                double r = rgb >> 16 & 0xFF;
                double g = rgb >> 8 & 0xFF;
                double b = rgb & 0xFF;
                double luma = 0.299 * r + 0.587 * g + 0.114 * b;
                pixels.put(y * WIDTH + x, (byte) Math.round(16 + luma * 219 / 255));
                if (x % 2 == 0 && y % 2 == 0) {
                    int chroma = y / 2 * (WIDTH / 2) + x / 2;
                    pixels.put(WIDTH * HEIGHT + chroma, (byte) Math.round(128 + (b - luma) / 1.772 * 224 / 255));
                    pixels.put(
                            WIDTH * HEIGHT * 5 / 4 + chroma, (byte) Math.round(128 + (r - luma) / 1.402 * 224 / 255));
                }
            }
        }
        return pixels;
    }

    private void record(SystemSessionClock clock) {
        CameraFeature camera = new CameraFeature("head", WIDTH, HEIGHT);
        EpisodeSchema schema = new EpisodeSchema(
                30,
                "bars",
                List.of(FeatureSpec.floats("observation.state", List.of("left_elbow.pos"))),
                List.of(camera),
                VideoSettings.lowDelayAv1());
        long start = clock.nanoTime();
        try (RecordingDataset dataset = RecordingDataset.open(folder, schema, new NioDurableFiles(), clock);
                CameraEncoder encoder = VideoEncoders.open(schema.video(), camera, 30, new Ordinary())) {
            EpisodeRecording recording = dataset.begin(
                    new EpisodeStart(
                            new EpisodeId(new UUID(3, 4)),
                            "show the bars",
                            "",
                            "",
                            "",
                            "",
                            ArmSource.EMULATED,
                            start,
                            0),
                    List.of(encoder.codecHeader()));
            for (int row = 0; row < ROWS; row++) {
                long rowNanos = start + row * 33_333_333L;
                recording.append(
                        schema.rowLayout().newRow(row, rowNanos).setFloats("observation.state", new float[] {row}));
                for (EncodedPacket packet : encoder.encode(i420(), row)) {
                    recording.append(packet.of(0, rowNanos, row, false));
                }
            }
            recording.commit(new EpisodeEnd(start + ROWS * 33_333_333L, Map.of()), EpisodeVerdict.unrated());
        }
    }

    @Test
    void barsAndGreysComeBackWithinTwoOf255() throws Exception {
        SystemSessionClock clock = new SystemSessionClock();
        record(clock);
        EpisodeClip clip;
        try (EpisodeReader reader = EpisodeReader.open(folder)) {
            clip = EpisodeClip.load(reader, 0);
        }
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(null));
        started.get(20, TimeUnit.SECONDS);
        PlayerPane pane = on(() -> new PlayerPane(
                clip,
                new SpacePane("no scene", null),
                new PlayerPane.Means(
                        PlayerSettings.usual(), new PictureBuffers(0), clock, new Ordinary(), DecodeHook.none())));
        on(() -> {
            pane.player().seekRow(7);
            return true;
        });
        ParkingWait wait = new ParkingWait(clock);
        long deadline = clock.nanoTime() + 20_000_000_000L;
        while (!on(() -> {
            pane.pulse(clock.nanoTime());
            return pane.isSettled();
        })) {
            assertTrue(clock.nanoTime() < deadline, "the picture did not come");
            wait.waitUntil(clock.nanoTime() + 10_000_000L);
        }
        String worst = on(() -> compare(pane.picture(0).getPixelReader()));
        on(() -> {
            pane.close();
            return true;
        });
        assertTrue(worst.isEmpty(), worst);
    }

    private static String compare(PixelReader pixels) {
        StringBuilder wrong = new StringBuilder();
        for (int cell = 0; cell < GREYS; cell++) {
            for (int half = 0; half < 2; half++) {
                int x = WIDTH * cell / GREYS + WIDTH / GREYS / 2;
                int y = HEIGHT / 4 + half * HEIGHT / 2;
                int want = painted(x, y);
                int got = pixels.getArgb(x, y);
                for (int shift = 0; shift <= 16; shift += 8) {
                    int off = (got >> shift & 0xFF) - (want >> shift & 0xFF);
                    if (Math.abs(off) > TOLERANCE) {
                        wrong.append("(%d, %d): painted %06x, shown %06x%n".formatted(x, y, want, got & 0xFFFFFF));
                        break;
                    }
                }
            }
        }
        return wrong.toString();
    }

    private static <T> T on(java.util.concurrent.Callable<T> work) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception failure) {
                result.completeExceptionally(failure);
            }
        });
        return result.get(20, TimeUnit.SECONDS);
    }

    /// Leaves threads as they are.
    private static final class Ordinary implements ThreadScheduling {
        @Override
        public boolean realTime(int priority) {
            return false;
        }

        @Override
        public void background(int niceness) {}
    }
}

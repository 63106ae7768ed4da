package org.telescribe.viewer3d.playback.player;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.devices.emulator.camera.FrameCounter;
import org.telescribe.teleop.episode.model.VideoSettings;
import org.telescribe.teleop.episode.video.SeekableVideo;
import org.telescribe.teleop.episode.video.VideoIndex;
import org.telescribe.viewer3d.playback.clip.CameraClip;
import org.telescribe.viewer3d.playback.clip.CounterVideo;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;
import org.telescribe.viewer3d.playback.clip.NoScheduling;
import org.telescribe.viewer3d.playback.clip.TestClips;

/// Measures seeking, stepping and playing on this machine; run by hand:
/// `java ... PlaybackMeasurement FOLDER [PICTURES [THREADS [BUDGET_MIB [INTERVAL]]]]`.
final class PlaybackMeasurement {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final long PULSE_NANOS = 16_666_667L;

    private final SessionClock clock = new SystemSessionClock();
    private final Consumer<String> out;
    private final Path file;
    private final int pictures;
    private final PlayerSettings settings;

    private PlaybackMeasurement(Path file, int pictures, PlayerSettings settings, Consumer<String> out) {
        this.file = file;
        this.pictures = pictures;
        this.settings = settings;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int pictures = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3_000;
        int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        long budget = (arguments.length > 3 ? Long.parseLong(arguments[3]) : 96) << 20;
        int interval = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 10;
        Path file = folder.resolve("counter-%d-%d.mp4".formatted(pictures, interval));
        Consumer<String> out = System.out::println;
        SessionClock clock = new SystemSessionClock();
        if (!Files.exists(file)) {
            long before = clock.nanoTime();
            VideoSettings settings = VideoSettings.lowDelayAv1().withKeyframeInterval(interval);
            CounterVideo.write(file, settings, WIDTH, HEIGHT, pictures, 0);
            out.accept("MEASURE encoded in %.1f s, %d KB"
                    .formatted((clock.nanoTime() - before) / 1e9, Files.size(file) / 1024));
        }
        PlaybackMeasurement measurement =
                new PlaybackMeasurement(file, pictures, new PlayerSettings(budget, threads, 120_000_000L), out);
        measurement.decoder(threads);
        measurement.player();
    }

    private double millisSince(long beforeNanos) {
        return (clock.nanoTime() - beforeNanos) / 1e6;
    }

    private void decoder(int threads) {
        for (int i = 0; i < 3; i++) {
            long before = clock.nanoTime();
            VideoIndex index = VideoIndex.read(file);
            out.accept("MEASURE index of %d pictures %.1f ms".formatted(index.pictures(), millisSince(before)));
        }
        VideoIndex index = VideoIndex.read(file);
        PooledFrame into = new FramePool(1, WIDTH, HEIGHT, false).take();
        if (into == null) {
            throw new IllegalStateException();
        }
        try (SeekableVideo video = SeekableVideo.open(index, threads)) {
            for (int round = 0; round < 2; round++) {
                long before = clock.nanoTime();
                for (int picture = 0; picture < 600; picture++) {
                    video.decode(picture, into);
                }
                out.accept("MEASURE straight decode %.0f fps".formatted(600 / millisSince(before) * 1000));
            }
            long before = clock.nanoTime();
            for (int i = 0; i < 1_000; i++) {
                video.copyTo(into);
            }
            out.accept("MEASURE copy %.3f ms".formatted(millisSince(before) / 1_000));
            double[] key = new double[100];
            for (int i = 0; i < key.length; i++) {
                before = clock.nanoTime();
                video.decode(index.keyframeOf(i * 29 % pictures), into);
                key[i] = millisSince(before);
            }
            quantiles("keyframe", key);
            double[] within = new double[100];
            int steps = 0;
            for (int i = 0; i < within.length; i++) {
                int target = (i * 31 % (pictures / 10)) * 10 + 9;
                video.decode(target - 9, into);
                before = clock.nanoTime();
                video.aim(target);
                int reached;
                do {
                    reached = video.advance(target);
                    steps++;
                } while (reached < target);
                within[i] = millisSince(before);
            }
            quantiles("nine pictures on, %.1f decoded".formatted(steps / 100.0), within);
            Random random = new Random(1);
            double[] seek = new double[200];
            for (int i = 0; i < seek.length; i++) {
                int target = random.nextInt(pictures);
                before = clock.nanoTime();
                video.decode(target, into);
                seek[i] = millisSince(before);
                check(FrameCounter.read(into.pixels(), WIDTH) == target, "seek to " + target);
            }
            quantiles("single seek, %d thread(s)".formatted(threads), seek);
        }
    }

    private static void check(boolean right, String what) {
        if (!right) {
            throw new IllegalStateException(what);
        }
    }

    private void quantiles(String what, double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        out.accept("MEASURE %s: p50 %.1f p95 %.1f max %.1f ms"
                .formatted(
                        what,
                        sorted[sorted.length / 2],
                        sorted[(int) (sorted.length * 0.95)],
                        sorted[sorted.length - 1]));
    }

    /// Reads the counter of each picture as a screen would show it.
    private static final class CountingSink implements PictureSink {
        private volatile long converted = -1;
        private long shown = -1;

        @Override
        public boolean accept(PooledFrame i420, int frameNumber) {
            var pixels = i420.pixels();
            int sum = 0;
            for (int i = 0; i < WIDTH * HEIGHT; i++) { // about what a conversion costs
                sum += pixels.get(i) * 3;
            }
            converted = sum == 1 ? -1 : FrameCounter.read(pixels, WIDTH);
            return true;
        }

        @Override
        public void drop() {}

        @Override
        public void show() {
            shown = converted;
        }
    }

    private void player() {
        List<CameraClip> cameras = List.of(
                TestClips.camera("head", file, 0, pictures / 30.0),
                TestClips.camera("left", file, 0, pictures / 30.0),
                TestClips.camera("right", file, 0, pictures / 30.0));
        EpisodeClip clip = TestClips.episode(pictures, cameras);
        List<CountingSink> sinks = List.of(new CountingSink(), new CountingSink(), new CountingSink());
        long[] holdAtNanos = {Long.MAX_VALUE};
        DecodeHook hook = (camera, wanted) -> {
            if (camera == 1 && clock.nanoTime() > holdAtNanos[0]) {
                long until = clock.nanoTime() + 100_000_000L;
                holdAtNanos[0] = Long.MAX_VALUE;
                while (clock.nanoTime() < until) {
                    LockSupport.parkNanos(until - clock.nanoTime());
                }
            }
        };
        try (Player player = Player.open(clip, sinks, settings, clock, new NoScheduling(), hook)) {
            await(player, sinks, 0);
            seeks(player, sinks);
            steps(player, sinks);
            drags(player);
            play(player, 10_000, "1x");
            holdAtNanos[0] = clock.nanoTime() + 1_300_000_000L;
            play(player, 2_000, "1x with a stall of 100 ms");
            player.speed(2);
            play(player, 3_000, "2x");
            player.speed(4);
            play(player, 3_000, "4x");
            player.speed(1);
            player.loop(40_000_000_000L, 42_000_000_000L);
            play(player, 8_000, "1x in a loop of 2 s");
            out.accept("MEASURE memory %d of %d MiB".formatted(player.memoryBytes() >> 20, player.budgetBytes() >> 20));
        }
    }

    private double await(Player player, List<CountingSink> sinks, int frame) {
        long before = clock.nanoTime();
        while (true) {
            List<PaneState> states = player.pulse(clock.nanoTime());
            boolean right = states.stream().allMatch(state -> state.frame() == frame);
            boolean pixels = sinks.stream().allMatch(sink -> sink.shown == frame);
            check(right == pixels, "pane and pixels at %d: %s".formatted(frame, states));
            if (right || millisSince(before) > 3_000) {
                check(right, "never came: " + states);
                return millisSince(before);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void seeks(Player player, List<CountingSink> sinks) {
        Random random = new Random(5);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            order.add(random.nextInt(pictures));
        }
        double[] millis = new double[order.size()];
        for (int i = 0; i < millis.length; i++) {
            player.seekRow(order.get(i));
            millis[i] = await(player, sinks, order.get(i));
            if (millis[i] > 60) {
                out.accept("MEASURE slow seek %d of %.1f ms".formatted(i, millis[i]));
            }
        }
        quantiles("seek of three cameras", millis);
    }

    private void steps(Player player, List<CountingSink> sinks) {
        int from = pictures / 2 + 7;
        player.seekRow(from);
        await(player, sinks, from);
        rest(player, 300);
        double[] millis = new double[150];
        for (int i = 0; i < millis.length; i++) {
            player.stepFrames(-1);
            millis[i] = await(player, sinks, from - i - 1);
            rest(player, 33);
        }
        quantiles("step back, every 33 ms", millis);
        for (int i = 0; i < millis.length; i++) {
            player.stepFrames(1);
            millis[i] = await(player, sinks, from - 150 + i + 1);
            rest(player, 33);
        }
        quantiles("step forward, every 33 ms", millis);
        int cold = pictures / 4 + 5;
        double[] first = new double[40];
        for (int i = 0; i < first.length; i++) {
            int frame = (cold + i * 53) % (pictures - 100) + 50;
            player.seekRow(frame);
            await(player, sinks, frame);
            rest(player, 200);
            player.stepFrames(-1);
            first[i] = await(player, sinks, frame - 1);
        }
        quantiles("first step back after a seek", first);
    }

    private void drags(Player player) {
        double[] millis = new double[100];
        for (int i = 0; i < millis.length; i++) {
            int row = (pictures / 3 + i * 17) % pictures;
            player.dragTo(player.clip().tickNanosOfRow(row));
            long before = clock.nanoTime();
            int keyframe = player.clip().cameras().getFirst().index().keyframeOf(row);
            while (!player.pulse(clock.nanoTime()).stream()
                    .allMatch(state -> state.frame() == keyframe || state.frame() == row)) {
                LockSupport.parkNanos(1_000_000);
            }
            millis[i] = millisSince(before);
        }
        player.dragEnd();
        quantiles("proxy of three cameras", millis);
    }

    private void rest(Player player, int millis) {
        long until = clock.nanoTime() + millis * 1_000_000L;
        while (clock.nanoTime() < until) {
            player.pulse(clock.nanoTime());
            LockSupport.parkNanos(Math.min(5_000_000L, Math.max(1, until - clock.nanoTime())));
        }
    }

    private void play(Player player, int millis, String what) {
        player.seek(1_000_000_000L);
        rest(player, 300);
        player.play();
        player.resetCounters();
        long start = clock.nanoTime();
        long next = start;
        while (clock.nanoTime() < start + millis * 1_000_000L) {
            player.pulse(clock.nanoTime());
            next += PULSE_NANOS;
            while (clock.nanoTime() < next) {
                LockSupport.parkNanos(next - clock.nanoTime());
            }
        }
        player.pause();
        out.accept("MEASURE play %s: %s".formatted(what, player.counters()));
    }
}

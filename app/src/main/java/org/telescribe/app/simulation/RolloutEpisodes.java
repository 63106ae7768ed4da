package org.telescribe.app.simulation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.station.BenchPictureMaker;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.teleop.episode.dataset.RecordingDataset;
import org.telescribe.teleop.episode.durable.NioDurableFiles;

/// Records rollouts of the simulated bench as episodes of a dataset, for people to look at: larger
/// pictures than policies see, drawn every second row. One thread.
public final class RolloutEpisodes implements AutoCloseable {
    private static final int DRAWN_EVERY = 2;
    private static final int LARGE_WIDTH = 320;
    private static final int LARGE_HEIGHT = 240;

    private final RecordingDataset dataset;
    private final SimulatedBench bench;
    private final int firstCamera;
    private final SessionClock clock;
    private @Nullable BenchEpisode open;

    /// Opens the dataset.
    ///
    /// @param folder the dataset's folder
    /// @param bench a bench with the cameras of [#cameras]
    /// @param clock the session clock
    public RolloutEpisodes(Path folder, SimulatedBench bench, SessionClock clock) {
        this.bench = bench;
        this.clock = clock;
        List<CameraInfo> all = bench.cameras();
        this.firstCamera = BenchPolicySetup.smallCameras().size();
        this.dataset = RecordingDataset.open(
                folder,
                BenchEpisode.schema(bench.arms().layout(), all.subList(firstCamera, all.size())),
                new NioDurableFiles(),
                clock);
    }

    /// {@return the cameras of a bench whose rollouts are recorded: those of policies, then those for
    /// people}
    public static List<CameraInfo> cameras() {
        List<CameraInfo> all = new ArrayList<>(BenchPolicySetup.smallCameras());
        for (CameraInfo small : BenchPolicySetup.smallCameras()) {
            boolean head = small.width() > 64;
            all.add(new CameraInfo(
                    small.name(),
                    head ? LARGE_WIDTH : LARGE_WIDTH / 2,
                    head ? LARGE_HEIGHT : LARGE_HEIGHT / 2,
                    BenchPolicySetup.CONTROL_HZ));
        }
        return List.copyOf(all);
    }

    /// {@return a bench that can be recorded and shown to policies}
    ///
    /// @param arms the bench's arms
    /// @param pictures makes the cameras' renderers; patient ones
    public static SimulatedBench bench(BenchArms arms, BenchPictureMaker pictures) {
        return new SimulatedBench(arms, BenchObjects.scattered(0), cameras(), pictures);
    }

    /// Begins an episode.
    ///
    /// @param task what is asked for
    /// @param operator who acts
    public void begin(String task, String operator) {
        drop("another rollout began");
        open = new BenchEpisode(
                dataset, bench, firstCamera, DRAWN_EVERY, new BenchEpisode.Words(task, operator, clock.wallMillis()));
    }

    /// Adds a row.
    ///
    /// @param sentRad where the servos are sent, radians
    /// @param requestedRad what the policy wants, radians
    public void row(double[] sentRad, double[] requestedRad) {
        BenchEpisode episode = open;
        if (episode != null) {
            episode.row(sentRad, requestedRad);
        }
    }

    /// Keeps the episode.
    ///
    /// @param success whether the task was done
    /// @return its number in the dataset; -1 when it has no row
    public int keep(boolean success) {
        BenchEpisode episode = open;
        open = null;
        if (episode == null) {
            return -1;
        }
        try (episode) {
            if (episode.rows() == 0) {
                episode.discard("the rollout did not begin to move");
                return -1;
            }
            return episode.keep(success).episodeIndex();
        }
    }

    /// Throws the open episode away, if there is one.
    ///
    /// @param reason why
    public void drop(String reason) {
        BenchEpisode episode = open;
        open = null;
        if (episode != null) {
            try (episode) {
                episode.discard(reason);
            }
        }
    }

    /// {@return the dataset's folder}
    public Path directory() {
        return dataset.directory();
    }

    @Override
    public void close() {
        drop("the study was ended");
        dataset.close();
    }
}

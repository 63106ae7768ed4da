package org.telescribe.teleop.episode.powercut;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.telescribe.devices.core.time.SteppedClock;
import org.telescribe.teleop.episode.dataset.DatasetRecovery;
import org.telescribe.teleop.episode.dataset.RecoveryReport;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.model.DatasetException;

/// Loses power many times. The same seed gives the same losses.
public final class PowerCutReplay {
    private static final int LOSSES_TOLD = 10;
    private static final int VARIATIONS = 8;
    /// Of so many cuts, one is followed by another while recovery runs.
    private static final int CUT_RECOVERY_EVERY = 4;

    private final Path root = Path.of("/dataset");
    private final UnaryOperator<DurableFiles> weaken;
    private final Random random;
    private final List<String> losses = new ArrayList<>();
    private long cuts;
    private long cutsDuringRecovery;
    private long lost;

    private PowerCutReplay(long seed, UnaryOperator<DurableFiles> weaken) {
        this.random = new Random(seed);
        this.weaken = weaken;
    }

    /// Loses power at every point of several recordings, and in several ways at each.
    ///
    /// @param seed decides the recordings and what survives
    /// @param atLeastCuts how many times at least
    /// @return what was found
    public static PowerCutReport run(long seed, int atLeastCuts) {
        return run(seed, atLeastCuts, files -> files);
    }

    /// The same with something between the recorder and its disk that forgets to force: the replay must
    /// notice.
    static PowerCutReport run(long seed, int atLeastCuts, UnaryOperator<DurableFiles> weaken) {
        PowerCutReplay replay = new PowerCutReplay(seed, weaken);
        try {
            while (replay.cuts < atLeastCuts) {
                replay.oneRecording(atLeastCuts);
            }
        } catch (IOException impossible) {
            throw new DatasetException("The disk in memory refused: " + impossible.getMessage(), impossible);
        }
        return new PowerCutReport(replay.cuts, replay.cutsDuringRecovery, replay.lost, replay.losses);
    }

    private void oneRecording(int atLeastCuts) throws IOException {
        MemoryDisk disk = new MemoryDisk(Map.of());
        new RecordingScript(random, disk).play(root, weaken);
        List<DiskOperation> trace = disk.trace();
        int stride = Math.max(1, trace.size() * VARIATIONS / Math.max(1, atLeastCuts));
        for (int length = 0; length <= trace.size(); length += stride) {
            List<DiskOperation> done = trace.subList(0, length);
            List<Promise> promises = promises(done);
            for (int variation = 0; variation < VARIATIONS; variation++) {
                cut(disk.atStart(), done, promises);
            }
        }
    }

    private static List<Promise> promises(List<DiskOperation> done) {
        List<Promise> promises = new ArrayList<>();
        for (DiskOperation operation : done) {
            if (operation instanceof DiskOperation.Told told) {
                promises.add(told.promise());
            }
        }
        return promises;
    }

    private void cut(Map<Path, byte[]> atStart, List<DiskOperation> done, List<Promise> promises) throws IOException {
        cuts++;
        MemoryDisk disk = new MemoryDisk(PowerCut.after(atStart, done, random));
        if (!recovers(disk, done.size(), promises)) {
            return;
        }
        check(disk, done.size(), promises);
        List<DiskOperation> recovering = disk.trace();
        if (!recovering.isEmpty() && random.nextInt(CUT_RECOVERY_EVERY) == 0) {
            cuts++;
            cutsDuringRecovery++;
            List<DiskOperation> partly = recovering.subList(0, random.nextInt(recovering.size() + 1));
            MemoryDisk again = new MemoryDisk(PowerCut.after(disk.atStart(), partly, random));
            if (recovers(again, done.size(), promises)) {
                check(again, done.size(), promises);
            }
        }
    }

    private boolean recovers(MemoryDisk disk, int at, List<Promise> promises) {
        try {
            recover(disk);
            return true;
        } catch (DatasetException refused) {
            lose(at, "recovery gave up with %d promises: %s".formatted(promises.size(), refused.getMessage()));
            return false;
        }
    }

    private RecoveryReport recover(MemoryDisk disk) {
        DurableFiles files = weaken.apply(disk);
        return DatasetRecovery.simulate(root, files, new OpaqueEpisodeFiles(files, 1), new SteppedClock(0));
    }

    private void check(MemoryDisk disk, int at, List<Promise> promises) throws IOException {
        List<String> broken = PromiseCheck.broken(root, disk, promises);
        if (!broken.isEmpty()) {
            lose(at, String.join("; ", broken));
        }
        MemoryDisk copy = new MemoryDisk(disk.snapshot());
        if (!recover(copy).nothingToDo()) {
            lose(at, "a second recovery found something to do");
        }
    }

    private void lose(int at, String what) {
        lost++;
        if (losses.size() < LOSSES_TOLD) {
            losses.add("after operation %d: %s".formatted(at, what));
        }
    }
}

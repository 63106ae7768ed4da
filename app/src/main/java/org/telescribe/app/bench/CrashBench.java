package org.telescribe.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.bench.CrashRound.Moment;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.console.CommonOptions;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.teleop.episode.powercut.PowerCutReplay;
import org.telescribe.teleop.episode.powercut.PowerCutReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The recorder's promises after `kill -9` and after power loss.
@Command(
        name = "crash",
        description =
                "Kills recording processes and cuts power in replayed recordings, then looks for anything that was "
                        + "promised and is gone.")
public final class CrashBench implements Callable<Integer> {
    private static final int SAME_DATASET = 5;

    private final AppFolders folders;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--kills", paramLabel = "N", description = "Recording processes to kill. Default: 50.")
    private int kills = 50;

    @Option(names = "--powercuts", paramLabel = "N", description = "Power losses to replay, at least. Default: 10000.")
    private int powerCuts = 10_000;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the moments. Default: 1.")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the datasets and of what the processes said.")
    private @Nullable Path out;

    /// The command.
    ///
    /// @param folders where the program keeps its things
    public CrashBench(AppFolders folders) {
        this.folders = folders;
    }

    @Override
    public Integer call() throws CommandFailed {
        SystemSessionClock clock = new SystemSessionClock();
        Path folder = out == null ? folders.cache().resolve("crash-" + clock.wallMillis()) : out;
        RecordBench.makeFolder(folder);
        BenchResult result = new BenchResult("crash");
        boolean whole = killing(folder, clock, result);
        if (powerCuts > 0) {
            common.say("Replaying power loss ...");
            PowerCutReport cuts = PowerCutReplay.run(seed, powerCuts);
            cuts.firstLosses().forEach(common::say);
            result.put("powercuts", cuts.cuts());
            result.put("powercut_lost", cuts.lost());
            whole &= cuts.lost() == 0;
        }
        for (Map.Entry<String, Number> metric : result.metrics().entrySet()) {
            common.say("%-20s %s".formatted(metric.getKey(), metric.getValue()));
        }
        common.result(result.line());
        return whole ? 0 : 1;
    }

    private boolean killing(Path folder, SystemSessionClock clock, BenchResult result) throws CommandFailed {
        Random random = new Random(seed);
        long inCommit = 0;
        long lost = 0;
        long failures = 0;
        long open = 0;
        long recovered = 0;
        double missing = 0;
        for (int kill = 0; kill < kills; kill++) {
            Moment moment = Moment.values()[kill % Moment.values().length];
            Path dataset = folder.resolve("dataset-%03d".formatted(kill / SAME_DATASET));
            CrashRound.Result round;
            try {
                round = new CrashRound(dataset, folder.resolve("children.log"), clock, random).run(moment);
            } catch (IOException refused) {
                throw new CommandFailed("The benchmark cannot go on: %s.".formatted(refused.getMessage()), refused);
            }
            inCommit += round.inCommit() ? 1 : 0;
            lost += round.lost();
            failures += round.verifyFailures();
            open += round.open() ? 1 : 0;
            recovered += round.recovered() ? 1 : 0;
            missing = Math.max(missing, round.missingMillis());
            common.say("kill %2d of %d  %-12s %s"
                    .formatted(kill + 1, kills, moment, round.detail().isEmpty() ? "whole" : round.detail()));
        }
        result.put("kills", kills);
        result.put("kills_in_commit", inCommit);
        result.put("committed_lost", lost);
        result.put("verify_failures", failures);
        result.put("open_when_killed", open);
        result.put("recovered", recovered);
        result.put("missing_ms_max", missing);
        return lost == 0 && failures == 0 && open == recovered;
    }
}

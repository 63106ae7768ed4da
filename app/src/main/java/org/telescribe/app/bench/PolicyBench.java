package org.telescribe.app.bench;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.console.CommonOptions;
import org.telescribe.app.policy.PolicyChoice;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.policyruntime.inference.check.CheckedBundle;
import org.telescribe.policyruntime.inference.graph.GraphFailedException;
import org.telescribe.policyruntime.inference.session.ChunkMeasurement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What a chunk costs.
@Command(
        name = "policy",
        description = "Measures what a chunk of actions costs beyond the bare computation of its graph.")
public final class PolicyBench implements Callable<Integer> {
    private final AppFolders folders;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..1", paramLabel = "BUNDLE", description = "Folder of the bundle. Default: the shipped one.")
    private @Nullable Path bundle;

    @Option(names = "--chunks", paramLabel = "N", description = "How many chunks are measured. Default: 1000.")
    private int chunks = 1000;

    /// The command.
    ///
    /// @param folders where the program keeps its things
    public PolicyBench(AppFolders folders) {
        this.folders = folders;
    }

    @Override
    public Integer call() throws CommandFailed {
        PolicyChoice choice = new PolicyChoice(folders, new BenchArms());
        CheckedBundle checked = choice.passed(choice.folder(bundle));
        try {
            ChunkMeasurement.Figures figures = ChunkMeasurement.measure(checked, new SystemSessionClock(), chunks);
            BenchResult result = new BenchResult("policy");
            result.put("chunks", chunks);
            result.put("chunk_ms_p50", figures.chunkNanosP50() * 1e-6);
            result.put("chunk_ms_p95", figures.chunkNanosP95() * 1e-6);
            result.put("bare_ms_p50", figures.bareNanosP50() * 1e-6);
            result.put("overhead_ms_p50", figures.overheadNanosP50() * 1e-6);
            result.put("garbage_bytes_per_chunk", figures.garbageBytes());
            result.metrics().forEach((name, value) -> common.say("%-28s %s".formatted(name, value)));
            common.result(result.line());
            return 0;
        } catch (GraphFailedException failed) {
            throw new CommandFailed("The benchmark cannot go on: %s".formatted(failed.getMessage()), failed);
        }
    }
}

package org.telescribe.app.policy;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.simulation.BenchPolicySetup;
import org.telescribe.assets.PolicyFiles;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.policyruntime.inference.bundle.ExecutionProvider;
import org.telescribe.policyruntime.inference.check.BundleCheck;
import org.telescribe.policyruntime.inference.check.BundleVerdict;
import org.telescribe.policyruntime.inference.check.CheckedBundle;
import org.telescribe.policyruntime.inference.graph.GraphSettings;

/// Finds a bundle and holds it against the bench.
public final class PolicyChoice {
    private final AppFolders folders;
    private final BenchArms arms;

    /// A choice among the bundles of this machine.
    ///
    /// @param folders where the program keeps its things; the shipped bundle is unpacked into its cache
    /// @param arms the bench's arms
    public PolicyChoice(AppFolders folders, BenchArms arms) {
        this.folders = folders;
        this.arms = arms;
    }

    /// {@return the folder of a bundle}
    ///
    /// @param said what a person said; null or `bench-reach` for the shipped one
    /// @throws CommandFailed when the shipped one cannot be unpacked
    public Path folder(@Nullable Path said) throws CommandFailed {
        if (said != null && !said.toString().equals(PolicyFiles.BENCH_REACH)) {
            return said;
        }
        Path shipped = folders.cache().resolve("policies").resolve(PolicyFiles.BENCH_REACH);
        try {
            PolicyFiles.unpackBenchReach(shipped);
        } catch (IOException refused) {
            throw new CommandFailed(
                    "The shipped policy cannot be unpacked into %s (%s). Free space there and start again."
                            .formatted(shipped, refused.getMessage()),
                    refused);
        }
        return shipped;
    }

    /// {@return what a check against the bench with its small cameras finds}
    ///
    /// @param folder the bundle's folder
    public BundleVerdict check(Path folder) {
        return BundleCheck.check(
                folder,
                BenchPolicySetup.station(arms, BenchPolicySetup.smallCameras()),
                GraphSettings.leavingRoom(
                        ExecutionProvider.CPU, Runtime.getRuntime().availableProcessors()));
    }

    /// {@return a bundle that may drive the bench}
    ///
    /// @param folder the bundle's folder
    /// @throws CommandFailed when it may not; says the first check that did not pass
    public CheckedBundle passed(Path folder) throws CommandFailed {
        return switch (check(folder)) {
            case BundleVerdict.Passed passed -> passed.bundle();
            case BundleVerdict.Refused refused ->
                throw new CommandFailed("%s was refused: %s Nothing was armed. All checks: telescribe policy check %s"
                        .formatted(folder, refused.items().getFirst().sentence(), folder));
        };
    }
}

package org.telescribe.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.bench.AnsweringChild;
import org.telescribe.app.bench.BenchCommand;
import org.telescribe.app.bench.CrashBench;
import org.telescribe.app.bench.CrashChild;
import org.telescribe.app.bench.DemoLoadBench;
import org.telescribe.app.bench.JudgeBench;
import org.telescribe.app.bench.PolicyBench;
import org.telescribe.app.bench.RolloutBench;
import org.telescribe.app.bench.ViewBench;
import org.telescribe.app.bench.WitnessChild;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.console.CommonOptions;
import org.telescribe.app.console.JsonLine;
import org.telescribe.app.console.SoftwareVersion;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.settings.Settings;
import org.telescribe.app.settings.SettingsFile;
import org.telescribe.app.settings.SettingsUnreadable;
import org.telescribe.app.window.WindowProgram;
import org.telescribe.devices.core.time.SystemSessionClock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The program's own command; its subcommands do the work.
@Command(
        name = "telescribe",
        description = "Desktop workstation for dual-arm robot learning. Without a command it opens the window.",
        versionProvider = SoftwareVersion.class,
        synopsisSubcommandLabel = "[COMMAND]")
public final class TelescribeCommand implements Callable<Integer> {
    private final AppFolders folders;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private CommonOptions common = new CommonOptions();

    @SuppressWarnings("unused") // picocli reads it
    @CommandLine.Option(names = "--version", versionHelp = true, description = "Says the version, and stops.")
    private boolean version;

    @CommandLine.Option(
            names = "--station",
            paramLabel = "FILE",
            description = "Station file to open. Default: that of the settings, else the built-in bench on request.")
    private @Nullable Path station;

    private TelescribeCommand(AppFolders folders) {
        this.folders = folders;
    }

    /// {@return the command line with all its commands}
    ///
    /// @param folders where the program keeps its things
    public static CommandLine commandLine(AppFolders folders) {
        CommandLine commandLine = new CommandLine(new TelescribeCommand(folders));
        commandLine.addSubcommand(new DemoCommand(folders));
        commandLine.addSubcommand(
                group(new StationCommand(), new StationCommand.Emulate(), new StationCommand.Cameras()));
        commandLine.addSubcommand(group(
                new DatasetCommand(),
                new DatasetCommand.Summary(),
                new DatasetCommand.Verify(),
                new DatasetCommand.Recover(),
                new DatasetCommand.Compact()));
        commandLine.addSubcommand(group(
                new LabelsCommand(),
                new LabelsCommand.Listing(folders),
                new LabelsCommand.Importing(folders),
                new LabelsCommand.Exporting(folders)));
        commandLine.addSubcommand(group(
                new BenchCommand(),
                new BenchCommand.RecordTiming(folders),
                new CrashBench(folders),
                new CrashChild(),
                new WitnessChild(),
                new ViewBench(folders),
                new DemoLoadBench(folders),
                new JudgeBench(folders),
                new AnsweringChild(),
                new PolicyBench(folders),
                new RolloutBench(folders)));
        commandLine.addSubcommand(group(
                new PolicyCommand(),
                new PolicyCommand.Check(folders),
                new PolicyCommand.Run(folders),
                new PolicyCommand.Demonstrate()));
        commandLine.addSubcommand(
                group(new RolloutCommand(), new RolloutCommand.Run(folders), new RolloutCommand.Report()));
        commandLine.addSubcommand(new PlayCommand(folders));
        commandLine.addSubcommand(new GalleryCommand());
        commandLine.addSubcommand(new SettingsCommand(folders));
        commandLine.addSubcommand(new DoctorCommand(folders));
        commandLine.setParameterExceptionHandler((wrong, args) -> {
            CommandLine command = wrong.getCommandLine();
            String sentence = "%s. Try: %s --help"
                    .formatted(wrong.getMessage(), command.getCommandSpec().qualifiedName());
            command.getErr().println(sentence);
            for (String arg : args) {
                if (arg.equals("--json")) {
                    command.getOut().println(failureJson(sentence));
                }
            }
            command.getOut().flush();
            return CommandLine.ExitCode.USAGE;
        });
        return commandLine;
    }

    private static CommandLine group(Object command, Object... parts) {
        CommandLine group = new CommandLine(command);
        for (Object part : parts) {
            group.addSubcommand(part);
        }
        return group;
    }

    /// {@return the JSON line of a command that failed}
    ///
    /// @param sentence why, for people
    public static String failureJson(String sentence) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("ok", false);
        values.put("message", sentence);
        return JsonLine.of(values);
    }

    @Override
    public Integer call() throws CommandFailed {
        if (Boolean.getBoolean("telescribe.headless")) {
            throw new CommandFailed(
                    "There is no display, so the window cannot be shown. Try: telescribe demo --headless");
        }
        SystemSessionClock clock = new SystemSessionClock();
        Settings settings = settings();
        Path stationFile = stationFile(settings);
        WindowProgram.run(clock, folders, () -> dataset(settings, clock), settings.operator(), stationFile);
        return CommandLine.ExitCode.OK;
    }

    private @Nullable Path stationFile(Settings settings) {
        Path given = station;
        if (given != null) {
            return given;
        }
        return settings.station().equals(Settings.BUILT_IN)
                ? null
                : folders.stations().resolve(settings.station() + ".json");
    }

    private Settings settings() throws CommandFailed {
        try {
            return new SettingsFile(folders.settingsFile()).read();
        } catch (SettingsUnreadable unreadable) {
            throw new CommandFailed(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private Path dataset(Settings settings, SystemSessionClock clock) {
        return settings.dataset().isEmpty()
                ? DatasetFolders.fresh(folders.datasets(), "bench", clock)
                : Path.of(settings.dataset());
    }
}

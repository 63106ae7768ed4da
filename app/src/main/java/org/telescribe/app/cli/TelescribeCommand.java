package org.telescribe.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.telescribe.app.settings.AppFolders;
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
    private CommonOptions common = new CommonOptions();

    @CommandLine.Option(names = "--version", versionHelp = true, description = "Says the version, and stops.")
    private boolean version;

    private TelescribeCommand(AppFolders folders) {
        this.folders = folders;
    }

    /// {@return the command line with all its commands}
    ///
    /// @param folders where the program keeps its things
    public static CommandLine commandLine(AppFolders folders) {
        CommandLine commandLine = new CommandLine(new TelescribeCommand(folders));
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
        throw new CommandFailed(folders.toString());
    }
}

package org.telescribe.app;

import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telescribe.app.cli.TelescribeCommand;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.settings.AppFolders;
import picocli.CommandLine;

/// Entry point.
public final class Main {
    private Main() {}

    /// Runs a command and ends the process with its exit code: 0 done, 1 failed or found wrong, 2 wrong
    /// usage.
    ///
    /// @param args command and options
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /// Runs a command.
    ///
    /// @param args command and options
    /// @return the exit code
    static int run(String... args) {
        AppFolders folders = AppFolders.ofEnvironment(System.getenv(), System.getProperty("user.home", "."));
        System.setProperty("telescribe.log.folder", folders.logs().toString());
        Logger log = LoggerFactory.getLogger(Main.class);
        log.info("telescribe {}", String.join(" ", args));
        CommandLine commandLine = TelescribeCommand.commandLine(folders);
        boolean json = Arrays.asList(args).contains("--json");
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            String sentence;
            if (failure instanceof CommandFailed failed) {
                log.warn("failed", failed);
                sentence = String.valueOf(failed.getMessage());
            } else {
                log.error("unexpected", failure);
                sentence = "Telescribe stopped on something it did not expect (%s). What was saved is safe. "
                                .formatted(failure.getClass().getSimpleName())
                        + "The details are in %s.".formatted(folders.logs().resolve("telescribe.log"));
            }
            command.getErr().println(sentence);
            if (json) {
                command.getOut().println(TelescribeCommand.failureJson(sentence));
            }
            command.getOut().flush();
            return CommandLine.ExitCode.SOFTWARE;
        });
        return commandLine.execute(args);
    }
}

package org.telescribe.app.console;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What every command has.
public final class CommonOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Says what this command does, and stops.")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;

    @Option(names = "--json", description = "The last line of the output is one JSON object.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /// Options that picocli fills.
    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    public CommonOptions() {}

    /// {@return whether the JSON line was asked for}
    public boolean json() {
        return json;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /// {@return wrong usage: exit code 2}
    ///
    /// @param sentence what is wrong
    public CommandLine.ParameterException usage(String sentence) {
        return new CommandLine.ParameterException(spec.commandLine(), sentence);
    }

    /// Prints a line.
    ///
    /// @param line the line
    public void say(String line) {
        out().println(line);
        out().flush();
    }

    /// Prints a line that the next one overwrites.
    ///
    /// @param line the line
    /// @param last whether the next one is to begin below it
    public void progress(String line, boolean last) {
        out().print("\r" + line + (last ? "\n" : ""));
        out().flush();
    }

    /// Prints the JSON line, if it was asked for.
    ///
    /// @param values keys and values
    public void result(Map<String, ?> values) {
        if (json) {
            say(JsonLine.of(values));
        }
    }
}

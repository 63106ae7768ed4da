package org.telescribe.app.cli;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What every command has.
final class CommonOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Says what this command does, and stops.")
    private boolean help;

    @Option(names = "--json", description = "The last line of the output is one JSON object.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    CommonOptions() {}

    boolean json() {
        return json;
    }

    boolean help() {
        return help;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /// Wrong usage: exit code 2.
    CommandLine.ParameterException usage(String sentence) {
        return new CommandLine.ParameterException(spec.commandLine(), sentence);
    }

    void say(String line) {
        out().println(line);
        out().flush();
    }

    /// A line that the next one overwrites; on a terminal that is not one, it is an ordinary line.
    void progress(String line, boolean last) {
        out().print("\r" + line + (last ? "\n" : ""));
        out().flush();
    }

    void result(Map<String, ?> values) {
        if (json) {
            say(JsonLine.of(values));
        }
    }
}

package org.telescribe.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.telescribe.annotator.labels.crash.AnsweringLoop;
import org.telescribe.annotator.labels.model.TaskId;
import org.telescribe.annotator.labels.store.LabelStore;
import org.telescribe.annotator.labels.store.OpenedTask;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.devices.core.time.SystemSessionClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The process that answers for each line that it reads, until it is killed.
@Command(name = "answering", hidden = true, description = "Answers until it is killed.")
public final class AnsweringChild implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "File of the labels.")
    private Path store = Path.of("");

    @Parameters(index = "1", paramLabel = "TASK", description = "Name of the episode.")
    private String task = "";

    @Spec
    private CommandSpec spec;

    /// The command.
    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    public AnsweringChild() {}

    @Override
    public Integer call() throws CommandFailed {
        try (LabelStore open = LabelStore.open(store, new SystemSessionClock());
                BufferedReader keys = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            if (open.open(new TaskId(task), "bench") instanceof OpenedTask.Opened opened) {
                AnsweringLoop.run(opened.session(), keys, spec.commandLine().getOut());
                return 0;
            }
            throw new CommandFailed("%s is open elsewhere.".formatted(task));
        } catch (IOException refused) {
            throw new CommandFailed("No more keys: %s.".formatted(refused.getMessage()), refused);
        }
    }
}

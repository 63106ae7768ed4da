package org.telescribe.annotator.labels.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.telescribe.annotator.labels.model.TaskId;
import org.telescribe.annotator.labels.store.LabelStore;
import org.telescribe.annotator.labels.store.OpenedTask;
import org.telescribe.devices.core.time.SystemSessionClock;

/// A process of its own that answers on command, to be killed.
final class AnsweringProcess {
    private AnsweringProcess() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        try (LabelStore store = LabelStore.open(Path.of(arguments[0]), new SystemSessionClock());
                BufferedReader keys = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                Writer answers = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            switch (store.open(new TaskId(arguments[1]), "ada")) {
                case OpenedTask.Opened opened -> AnsweringLoop.run(opened.session(), keys, answers);
                case OpenedTask.HeldBySomeone held -> answers.write("held by " + held.lease() + "\n");
            }
        }
    }
}

package org.telescribe.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.telescribe.app.bench.ChildProgram;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.window.WindowTour.Judged;

/// Reads verdicts back in a process of its own, while this one has the store open.
final class JudgedFacts {
    private static final int HEAP_MEBIBYTES = 128;

    private JudgedFacts() {}

    /// {@return whether another process finds exactly what was judged here, handed over}
    ///
    /// @param folder takes what the process says about failures
    /// @param queue name of the queue, used by nobody else
    /// @param here what was judged here
    static boolean areReadBack(Path folder, String queue, Judged here) throws CommandFailed {
        try {
            Files.createDirectories(folder);
            List<String> arguments = List.of("labels", "list", "--queue", queue, "--json");
            try (ChildProgram reader = ChildProgram.start(HEAP_MEBIBYTES, folder.resolve("read-back.log"), arguments)) {
                String last = "";
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    last = line;
                }
                JsonNode said = new ObjectMapper().readTree(last);
                return said.path("facts_judged").asInt() == here.facts()
                        && said.path("questions_answered").asInt() == here.questions()
                        && said.path("handed_over").asInt() == 1;
            }
        } catch (IOException refused) {
            throw new CommandFailed(
                    "The verdicts were not read back: %s. They are safe. Try: telescribe labels list"
                            .formatted(refused.getMessage()),
                    refused);
        }
    }
}

package org.telescribe.devices.emulator.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A process of its own that writes its answer into a file.
final class ChildJava {
    private static final long PATIENCE_SECONDS = 60;

    private ChildJava() {}

    static String answerOf(Class<?> program, Path folder, List<String> options, String argument)
            throws IOException, InterruptedException {
        Path answer = folder.resolve("answer.txt");
        Path printed = folder.resolve("printed.txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(program.getName(), answer.toString(), argument));
        Process child = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        boolean ended = child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            child.destroyForcibly();
        }
        assertTrue(ended, "the child did not end");
        assertEquals(0, child.exitValue(), Files.readString(printed));
        return Files.readString(answer);
    }
}

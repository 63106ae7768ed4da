package org.telescribe.tests.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The program in a process of its own, with folders of its own.
final class Program {
    private static final long PATIENCE_SECONDS = 150;

    private Program() {}

    /// What a run gave.
    record Outcome(int exitCode, String output, String errors) {
        JsonNode json() throws IOException {
            String last = output.lines().reduce((before, line) -> line).orElse("");
            return new ObjectMapper().readTree(last);
        }
    }

    static Process start(Path home, Path output, Path errors, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Dtelescribe.headless=true",
                "org.telescribe.app.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        Map<String, String> environment = builder.environment();
        // not an argument: ONNX Runtime 1.29 ends a process whose command line has more than some kilobytes
        environment.put("CLASSPATH", System.getProperty("java.class.path"));
        environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
        environment.put("XDG_DATA_HOME", home.resolve("data").toString());
        environment.put("XDG_CACHE_HOME", home.resolve("cache").toString());
        environment.put("XDG_STATE_HOME", home.resolve("state").toString());
        environment.remove("DISPLAY");
        return builder.start();
    }

    static Outcome run(Path home, String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(home, "output", ".txt");
        Path errors = Files.createTempFile(home, "errors", ".txt");
        Process process = start(home, output, errors, arguments);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("telescribe %s did not end; it said: %s"
                    .formatted(String.join(" ", arguments), Files.readString(output, StandardCharsets.UTF_8)));
        }
        return new Outcome(
                process.exitValue(),
                Files.readString(output, StandardCharsets.UTF_8),
                Files.readString(errors, StandardCharsets.UTF_8));
    }
}

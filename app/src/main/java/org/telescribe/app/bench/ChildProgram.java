package org.telescribe.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Another run of this program in a process of its own. Closing it ends the process.
public final class ChildProgram implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    private final Process process;
    private final BufferedReader output;
    private final Writer input;

    private ChildProgram(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
        this.input = process.outputWriter(StandardCharsets.UTF_8);
    }

    /// Starts it.
    ///
    /// @param heapMebibytes its largest heap
    /// @param errors file that takes what it says about failures
    /// @param arguments command and options
    /// @return the running program
    /// @throws IOException when it cannot be started
    public static ChildProgram start(int heapMebibytes, Path errors, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xms%dm".formatted(heapMebibytes));
        command.add("-Xmx%dm".formatted(heapMebibytes));
        command.add("-XX:+UseSerialGC");
        command.add("-XX:-UsePerfData");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("org.telescribe.app.Main");
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
        return new ChildProgram(process);
    }

    /// {@return the next line that it prints; null when it has ended}
    ///
    /// @throws IOException when its output cannot be read
    public @Nullable String readLine() throws IOException {
        return output.readLine();
    }

    void say(String line) throws IOException {
        input.write(line + "\n");
        input.flush();
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Ends it at once, as a crash does; what it printed before can still be read.
    void kill() {
        process.toHandle().destroyForcibly();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        await();
        try {
            output.close();
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        }
    }
}

package org.telescribe.annotator.labels.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// An [AnsweringProcess] and the lines to and from it. Closing it ends the process.
final class AnsweringChild implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final Process process;
    private final BufferedReader lines;
    private final Writer keys;

    private AnsweringChild(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
        this.keys = process.outputWriter(StandardCharsets.UTF_8);
    }

    static AnsweringChild start(Path store, String task) throws IOException {
        return new AnsweringChild(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnsweringProcess.class.getName(),
                        store.toString(),
                        task)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    void press(int key) throws IOException {
        keys.write(key + "\n");
        keys.flush();
    }

    @Nullable
    String hear() throws IOException {
        return lines.readLine();
    }

    void kill() {
        process.toHandle().destroyForcibly();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the killed process does not end");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.telescribe.assets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The policy that comes with the program: reaching on the bench.
public final class PolicyFiles {
    /// Name of the bundle.
    public static final String BENCH_REACH = "bench-reach";

    private static final String PLACE = "/org/telescribe/assets/policy/bench-reach/";
    private static final List<String> FILES = List.of(
            "policy.yaml",
            "graph.onnx",
            "words.txt",
            "golden-head.rgb",
            "golden-left_wrist.rgb",
            "golden-right_wrist.rgb",
            "golden-actions.f32");

    private PolicyFiles() {}

    /// Writes the bundle's files into a folder; what is there is replaced.
    ///
    /// @param folder where to; made when missing
    /// @throws IOException when the disk refuses
    public static void unpackBenchReach(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : FILES) {
            try (InputStream in = PolicyFiles.class.getResourceAsStream(PLACE + name)) {
                if (in == null) {
                    throw new IllegalStateException(
                            "the program's own file %s is missing; build it again".formatted(PLACE + name));
                }
                Path made = folder.resolve(name + ".part");
                Files.copy(in, made, StandardCopyOption.REPLACE_EXISTING);
                Files.move(made, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }
}

package org.telescribe.tests.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When the launcher builds: in a copy of its own, with a Maven that only counts how often it is called.
class LauncherTest {
    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path home = Path.of("");

    private static List<String> modulesOfTheProgram() throws IOException {
        return MODULE.matcher(Files.readString(REPOSITORY.resolve("pom.xml")))
                .results()
                .map(module -> module.group(1))
                .filter(module -> !module.startsWith("tests/"))
                .toList();
    }

    @BeforeEach
    void copy() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "the launcher needs bash");
        Files.copy(REPOSITORY.resolve("telescribe"), home.resolve("telescribe"));
        Files.createDirectories(home.resolve("app/target/lib"));
        Files.createDirectories(home.resolve("bin"));
        Path maven = home.resolve("bin/mvn");
        Files.writeString(maven, "#!/bin/bash\necho built >> '%s'\n".formatted(home.resolve("builds")));
        assertTrue(maven.toFile().setExecutable(true));
    }

    private void write(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /// Starts it; there is no program behind it, so only the build is of interest.
    private long buildsAfterStart() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/bash", home.resolve("telescribe").toString(), "--help")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("said").toFile());
        Map<String, String> environment = builder.environment();
        environment.put("PATH", home.resolve("bin") + ":" + environment.get("PATH"));
        environment.put("TELESCRIBE_JDK", System.getProperty("java.home"));
        Process process = builder.start();
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        try (Stream<String> builds = Files.lines(home.resolve("builds"))) {
            return builds.count();
        }
    }

    @Test
    void aChangeInAnyModuleIsBuilt() throws Exception {
        List<String> modules = modulesOfTheProgram();
        assertTrue(modules.size() > 10, modules.toString());
        for (String module : modules) {
            write(module + "/src/main/java/A.java", "class A {}");
        }
        long builds = buildsAfterStart();
        assertEquals(1, builds);
        assertEquals(builds, buildsAfterStart());
        for (String module : modules) {
            write(module + "/src/main/java/A.java", "class A { int changed; }");
            builds++;
            assertEquals(builds, buildsAfterStart(), module);
        }
    }

    @Test
    void documentsTestsAndBuiltFilesAreNotBuilt() throws Exception {
        write("app/src/main/java/A.java", "class A {}");
        assertEquals(1, buildsAfterStart());
        write("docs/src/main/guide.md", "words");
        write("tests/e2e/src/test/java/ATest.java", "class ATest {}");
        write("app/src/test/java/ATest.java", "class ATest {}");
        write("app/target/src/main/java/B.java", "class B {}");
        assertEquals(1, buildsAfterStart());
    }
}

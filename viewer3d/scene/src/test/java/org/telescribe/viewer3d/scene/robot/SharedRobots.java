package org.telescribe.viewer3d.scene.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.telescribe.devices.core.robot.Pose;

/// Robots made by others lie beside the repository; without them the tests that need them are skipped.
final class SharedRobots {
    private static final double METRES = 1e-6;

    private SharedRobots() {}

    static Path find(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/data"))) {
            folder = folder.getParent();
        }
        Path found =
                folder == null ? Path.of(name) : folder.resolve("shared/data").resolve(name);
        assumeTrue(Files.isRegularFile(found), "skipped: shared/data/%s is not there".formatted(name));
        return found;
    }

    /// Place and X axis of a link.
    static void assertLink(Map<String, Pose> links, String link, double... placeAndAxis) {
        Pose pose = Objects.requireNonNull(links.get(link), link);
        assertNotNull(pose, link);
        double[] found = {pose.xMetres(), pose.yMetres(), pose.zMetres(), pose.r00(), pose.r10(), pose.r20()};
        for (int i = 0; i < placeAndAxis.length; i++) {
            assertEquals(placeAndAxis[i], found[i], METRES, "%s, number %d".formatted(link, i));
        }
    }
}

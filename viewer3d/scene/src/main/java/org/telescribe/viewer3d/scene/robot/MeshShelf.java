package org.telescribe.viewer3d.scene.robot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.robot.RobotDescriptionException;
import org.telescribe.viewer3d.scene.mesh.MeshFile;
import org.telescribe.viewer3d.scene.mesh.TriangleMesh;

/// The meshes of one robot, each file read once, and sentences about those that are not there. Confined
/// to one thread.
final class MeshShelf {
    private static final int MOST_TRIANGLES_OF_A_PART = 2_500;

    private final Map<String, TriangleMesh> meshes = new HashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();

    void note(String sentence) {
        notes.add(sentence);
    }

    List<String> notes() {
        return new ArrayList<>(notes);
    }

    /// {@return the mesh, or null with a note when the file is missing or cannot be read}
    @Nullable
    TriangleMesh find(Path file, double[] scale, String link) {
        Path full = file.normalize();
        String key = full + " " + scale[0] + " " + scale[1] + " " + scale[2];
        TriangleMesh known = meshes.get(key);
        if (known != null) {
            return known;
        }
        if (!Files.isReadable(full)) {
            note("%s is missing: link %s is drawn as a capsule. Copy the mesh folder beside the description."
                    .formatted(full, link));
            return null;
        }
        try {
            TriangleMesh read = MeshFile.read(full, scale[0], scale[1], scale[2], MOST_TRIANGLES_OF_A_PART);
            meshes.put(key, read);
            return read;
        } catch (RobotDescriptionException reason) {
            note("%s Link %s is drawn as a capsule.".formatted(reason.getMessage(), link));
            return null;
        }
    }
}

package org.telescribe.viewer3d.scene.robot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.core.robot.RobotDescription;
import org.telescribe.viewer3d.scene.mesh.Bounds;
import org.telescribe.viewer3d.scene.mesh.TriangleMesh;

/// A robot that can be drawn. Immutable. Equality is identity, so that a renderer uploads each once.
public final class RobotModel {
    private final RobotDescription description;
    private final List<LinkVisual> visuals;
    private final List<String> notes;
    private final Map<String, Bounds> linkBounds = new HashMap<>();
    private final int triangleCount;

    /// A robot of which everything was found.
    ///
    /// @param description its links and joints
    /// @param visuals what hangs on them
    public RobotModel(RobotDescription description, List<LinkVisual> visuals) {
        this(description, visuals, List.of());
    }

    /// A robot with notes.
    ///
    /// @param description its links and joints
    /// @param visuals what hangs on them
    /// @param notes sentences for people: what was left out or drawn otherwise, and why
    public RobotModel(RobotDescription description, List<LinkVisual> visuals, List<String> notes) {
        this.description = description;
        this.visuals = List.copyOf(visuals);
        this.notes = List.copyOf(notes);
        int triangles = 0;
        for (LinkVisual visual : this.visuals) {
            TriangleMesh mesh = visual.shape().mesh();
            triangles += mesh.triangleCount();
            Bounds bounds = mesh.bounds().transformed(visual.linkFromVisual());
            linkBounds.merge(visual.link(), bounds, Bounds::union);
        }
        this.triangleCount = triangles;
    }

    /// {@return its links and joints}
    public RobotDescription description() {
        return description;
    }

    /// {@return what hangs on its links}
    public List<LinkVisual> visuals() {
        return visuals;
    }

    /// {@return sentences for people: what was left out or drawn otherwise, and why}
    public List<String> notes() {
        return notes;
    }

    /// {@return how many triangles it is made of}
    public int triangleCount() {
        return triangleCount;
    }

    /// {@return the box that holds it at a pose}
    ///
    /// @param sceneFromLinks poses of its links, by name; visuals of links not named are left out
    public Bounds bounds(Map<String, Pose> sceneFromLinks) {
        Bounds bounds = Bounds.NONE;
        for (Map.Entry<String, Bounds> link : linkBounds.entrySet()) {
            Pose pose = sceneFromLinks.get(link.getKey());
            if (pose != null) {
                bounds = bounds.union(link.getValue().transformed(pose));
            }
        }
        return bounds;
    }
}

package org.telescribe.viewer3d.scene.robot;

import java.nio.file.Path;
import org.telescribe.devices.core.robot.RobotDescriptionException;
import org.w3c.dom.Element;

/// Reads robots to be drawn: URDF with its visual geometry, and the kinematic part of MJCF. A mesh that
/// is missing is drawn as a capsule and noted, see [RobotModel#notes].
public final class RobotModelReader {
    private RobotModelReader() {}

    /// Reads a file; its outermost element decides what it is.
    ///
    /// @param file a URDF or MJCF file; meshes are looked for beside it
    /// @return the robot
    /// @throws RobotDescriptionException when it cannot be read; the message says file, place, reason
    ///     and next step
    public static RobotModel read(Path file) throws RobotDescriptionException {
        Element root = XmlFile.read(file);
        return switch (root.getTagName()) {
            case "robot" -> new UrdfModelReader(file).read(root);
            case "mujoco", "mujocoinclude" -> MjcfModelReader.read(file);
            default ->
                throw new RobotDescriptionException(
                        "%s: the outermost element is <%s>, not <robot> or <mujoco>. Choose a URDF or MJCF file."
                                .formatted(file, root.getTagName()));
        };
    }
}

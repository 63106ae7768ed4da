package org.telescribe.viewer3d.scene.frame;

import java.util.Map;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.scene.mesh.Bounds;
import org.telescribe.viewer3d.scene.robot.RobotModel;

/// A robot in a scene.
///
/// @param model what it is made of
/// @param sceneFromLinks poses of its links, by name; visuals of links not named are not drawn
/// @param look how it is drawn
public record SceneRobot(RobotModel model, Map<String, Pose> sceneFromLinks, RobotLook look) {
    /// Copies.
    public SceneRobot {
        sceneFromLinks = Map.copyOf(sceneFromLinks);
    }

    /// {@return a robot by its joints}
    ///
    /// @param model what it is made of
    /// @param sceneFromRoot pose of its root link
    /// @param positions joint positions by name, radians or metres; joints not named are at 0
    /// @param look how it is drawn
    public static SceneRobot at(RobotModel model, Pose sceneFromRoot, Map<String, Double> positions, RobotLook look) {
        Map<String, Pose> links = model.description().rootFromLinks(positions);
        links.replaceAll((link, rootFromLink) -> sceneFromRoot.times(rootFromLink));
        return new SceneRobot(model, links, look);
    }

    /// {@return the box that holds it}
    public Bounds bounds() {
        return model.bounds(sceneFromLinks);
    }
}

package org.telescribe.viewer3d.scene.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.scene.camera.CameraModel;
import org.telescribe.viewer3d.scene.colour.Colour;
import org.telescribe.viewer3d.scene.mesh.Bounds;
import org.telescribe.viewer3d.scene.robot.RobotModel;
import org.telescribe.viewer3d.scene.robot.VisualShape;

/// All that one picture shows. The scene's Z is up; the grid and the shadows lie at z = 0.
///
/// @param robots robots and ghosts
/// @param ribbons paths
/// @param triads frames
/// @param frusta cameras
/// @param solids table, blocks and the like
/// @param hasGrid whether the grid is drawn
/// @param backdrop colour behind everything
public record SceneFrame(
        List<SceneRobot> robots,
        List<Ribbon> ribbons,
        List<Triad> triads,
        List<Frustum> frusta,
        List<Solid> solids,
        boolean hasGrid,
        Colour backdrop) {
    /// Copies.
    public SceneFrame {
        robots = List.copyOf(robots);
        ribbons = List.copyOf(ribbons);
        triads = List.copyOf(triads);
        frusta = List.copyOf(frusta);
        solids = List.copyOf(solids);
    }

    /// {@return a builder of an empty scene with a grid on the dark background}
    public static Builder builder() {
        return new Builder();
    }

    /// {@return a builder that starts with what this scene shows}
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.robots.addAll(robots);
        builder.ribbons.addAll(ribbons);
        builder.triads.addAll(triads);
        builder.frusta.addAll(frusta);
        builder.solids.addAll(solids);
        builder.hasGrid = hasGrid;
        builder.backdrop = backdrop;
        return builder;
    }

    /// {@return the box that holds robots, ribbons and triads, and solids if there is nothing else}
    public Bounds bounds() {
        Bounds bounds = Bounds.NONE;
        for (SceneRobot robot : robots) {
            bounds = bounds.union(robot.bounds());
        }
        for (Ribbon ribbon : ribbons) {
            bounds = bounds.union(ribbon.path().bounds());
        }
        for (Triad triad : triads) {
            Pose at = triad.sceneFromTriad();
            bounds = bounds.with(at.xMetres(), at.yMetres(), at.zMetres());
        }
        if (bounds.isEmpty()) {
            for (Solid solid : solids) {
                bounds = bounds.union(solid.bounds());
            }
        }
        return bounds;
    }

    /// Collects what a picture shows. Confined to one thread.
    public static final class Builder {
        private final List<SceneRobot> robots = new ArrayList<>();
        private final List<Ribbon> ribbons = new ArrayList<>();
        private final List<Triad> triads = new ArrayList<>();
        private final List<Frustum> frusta = new ArrayList<>();
        private final List<Solid> solids = new ArrayList<>();
        private boolean hasGrid = true;
        private Colour backdrop = Colour.WELL;

        private Builder() {}

        /// Adds a robot.
        ///
        /// @param robot the robot
        /// @return this
        public Builder robot(SceneRobot robot) {
            robots.add(robot);
            return this;
        }

        /// Adds a robot.
        ///
        /// @param model what it is made of
        /// @param sceneFromLinks poses of its links
        /// @param look how it is drawn
        /// @return this
        public Builder robot(RobotModel model, Map<String, Pose> sceneFromLinks, RobotLook look) {
            return robot(new SceneRobot(model, sceneFromLinks, look));
        }

        /// Adds a path.
        ///
        /// @param ribbon the path
        /// @return this
        public Builder ribbon(Ribbon ribbon) {
            ribbons.add(ribbon);
            return this;
        }

        /// Adds the axes of a frame.
        ///
        /// @param sceneFromTriad the frame
        /// @param lengthMetres length of each axis
        /// @return this
        public Builder triad(Pose sceneFromTriad, double lengthMetres) {
            triads.add(new Triad(sceneFromTriad, lengthMetres));
            return this;
        }

        /// Adds a camera.
        ///
        /// @param sceneFromCamera its pose
        /// @param camera its calibration
        /// @param depthMetres length of the pyramid
        /// @param colour its colour
        /// @return this
        public Builder frustum(Pose sceneFromCamera, CameraModel camera, double depthMetres, Colour colour) {
            frusta.add(new Frustum(sceneFromCamera, camera, depthMetres, colour));
            return this;
        }

        /// Adds a thing.
        ///
        /// @param solid the thing
        /// @return this
        public Builder solid(Solid solid) {
            solids.add(solid);
            return this;
        }

        /// Adds a thing.
        ///
        /// @param sceneFromSolid its pose
        /// @param shape what it looks like
        /// @param colour its colour
        /// @return this
        public Builder solid(Pose sceneFromSolid, VisualShape shape, Colour colour) {
            return solid(new Solid(sceneFromSolid, shape, colour));
        }

        /// Adds things.
        ///
        /// @param more the things
        /// @return this
        public Builder solids(List<Solid> more) {
            solids.addAll(more);
            return this;
        }

        /// Draws the grid or not.
        ///
        /// @param drawn whether the grid is drawn
        /// @return this
        public Builder grid(boolean drawn) {
            hasGrid = drawn;
            return this;
        }

        /// Chooses the background.
        ///
        /// @param colour colour behind everything
        /// @return this
        public Builder backdrop(Colour colour) {
            backdrop = colour;
            return this;
        }

        /// {@return the picture's description}
        public SceneFrame build() {
            return new SceneFrame(robots, ribbons, triads, frusta, solids, hasGrid, backdrop);
        }
    }
}

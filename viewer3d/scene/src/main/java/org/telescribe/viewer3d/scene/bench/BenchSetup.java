package org.telescribe.viewer3d.scene.bench;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.core.robot.RobotDescription;
import org.telescribe.devices.core.robot.RobotDescriptionException;
import org.telescribe.devices.core.robot.UrdfReader;
import org.telescribe.viewer3d.scene.colour.Colour;
import org.telescribe.viewer3d.scene.frame.RobotLook;
import org.telescribe.viewer3d.scene.frame.SceneFrame;
import org.telescribe.viewer3d.scene.frame.SceneRobot;
import org.telescribe.viewer3d.scene.frame.Solid;
import org.telescribe.viewer3d.scene.path.EndEffectorPath;
import org.telescribe.viewer3d.scene.robot.RobotModel;

/// The built-in bench as scenes: both arms at given joints, with what lies between them. The scene's
/// frame is the bench's: origin in the middle of the table's surface, X from the robot's left arm to its
/// right one, Y away from the operator, Z up. Immutable; make one and keep it, its meshes are uploaded
/// once.
public final class BenchSetup {
    private static final String FILE = "bench_arm.urdf";
    private static final List<String> JOINTS =
            List.of("waist", "shoulder", "elbow", "forearm_roll", "wrist_angle", "wrist_rotate", "gripper");
    private static final double BASE_DISTANCE_METRES = 0.45;
    private static final double CLOSED_RAD = 0.6;
    private static final String TOOL = "tool";
    private static final int SMALL_PICTURE_PIXELS = 300;
    private static final Colour WALL = Colour.of255(58, 64, 72);

    private final RobotDescription description;
    private final RobotModel left;
    private final RobotModel right;
    private final RobotModel plainLeft;
    private final RobotModel plainRight;
    private final BenchSolids solids = new BenchSolids();

    /// Makes the arms' meshes and reads their description from the program's own files.
    public BenchSetup() {
        try (InputStream in = Objects.requireNonNull(BenchSetup.class.getResourceAsStream(FILE), FILE)) {
            this.description = new UrdfReader().read(in, FILE);
        } catch (IOException | RobotDescriptionException broken) {
            throw new IllegalStateException("the program's own %s is broken; build it again".formatted(FILE), broken);
        }
        this.left = new RobotModel(description, BenchArmVisuals.of(Colour.ARM_LEFT, true));
        this.right = new RobotModel(description, BenchArmVisuals.of(Colour.ARM_RIGHT, true));
        this.plainLeft = new RobotModel(description, BenchArmVisuals.of(Colour.ARM_LEFT, false));
        this.plainRight = new RobotModel(description, BenchArmVisuals.of(Colour.ARM_RIGHT, false));
    }

    /// {@return the joints of each arm in the order of its lanes}
    public List<String> jointNames() {
        return JOINTS;
    }

    /// {@return an arm in its hue}
    ///
    /// @param side the robot's side
    public RobotModel arm(ArmSide side) {
        return side == ArmSide.LEFT ? left : right;
    }

    /// {@return blocks, bowl, pad and table}
    public BenchSolids solids() {
        return solids;
    }

    /// {@return pose of an arm's base in the scene}
    ///
    /// @param side the robot's side
    public Pose sceneFromBase(ArmSide side) {
        return side == ArmSide.LEFT
                ? Pose.translation(-BASE_DISTANCE_METRES, 0, 0)
                : Pose.ofRollPitchYaw(0, 0, Math.PI, BASE_DISTANCE_METRES, 0, 0);
    }

    /// {@return poses of an arm's links in the scene, by name}
    ///
    /// @param side the robot's side
    /// @param jointRad joint positions in the order of [#jointNames], radians
    public Map<String, Pose> sceneFromLinks(ArmSide side, double[] jointRad) {
        Map<String, Double> positions = new HashMap<>();
        for (int i = 0; i < JOINTS.size(); i++) {
            positions.put(JOINTS.get(i), jointRad[i]);
        }
        Pose base = sceneFromBase(side);
        Map<String, Pose> links = description.rootFromLinks(positions);
        links.replaceAll((link, rootFromLink) -> base.times(rootFromLink));
        return links;
    }

    /// {@return pose of the point between an arm's fingertips in the scene; X points out of the hand}
    ///
    /// @param side the robot's side
    /// @param jointRad joint positions in the order of [#jointNames], radians
    public Pose sceneFromTool(ArmSide side, double[] jointRad) {
        return Objects.requireNonNull(sceneFromLinks(side, jointRad).get(TOOL), TOOL);
    }

    /// {@return the way of the point between an arm's fingertips}
    ///
    /// @param side the robot's side
    /// @param timesNanos moments, never decreasing, nanoseconds
    /// @param jointRad for each moment the joint positions in the order of [#jointNames], radians
    public EndEffectorPath toolPath(ArmSide side, long[] timesNanos, double[][] jointRad) {
        float[] places = new float[3 * timesNanos.length];
        boolean[] closed = new boolean[timesNanos.length];
        for (int i = 0; i < timesNanos.length; i++) {
            Pose tool = sceneFromTool(side, jointRad[i]);
            places[3 * i] = (float) tool.xMetres();
            places[3 * i + 1] = (float) tool.yMetres();
            places[3 * i + 2] = (float) tool.zMetres();
            closed[i] = jointRad[i][JOINTS.size() - 1] < CLOSED_RAD;
        }
        return EndEffectorPath.of(timesNanos, places, closed);
    }

    /// {@return an arm in a scene}
    ///
    /// @param side the robot's side
    /// @param jointRad joint positions in the order of [#jointNames], radians
    /// @param look how it is drawn
    public SceneRobot robot(ArmSide side, double[] jointRad, RobotLook look) {
        return new SceneRobot(arm(side), sceneFromLinks(side, jointRad), look);
    }

    /// {@return a scene for a 3D view: both arms and what lies there, on the dark background with a grid;
    /// ribbons, ghosts and the like can be added}
    ///
    /// @param leftRad joint positions of the left arm, radians
    /// @param rightRad joint positions of the right arm, radians
    /// @param things what lies between the arms
    public SceneFrame.Builder frame(double[] leftRad, double[] rightRad, List<Solid> things) {
        return SceneFrame.builder()
                .robot(robot(ArmSide.LEFT, leftRad, RobotLook.SOLID))
                .robot(robot(ArmSide.RIGHT, rightRad, RobotLook.SOLID))
                .solids(things);
    }

    /// {@return a scene as the bench's cameras see it: on the table, without a grid}
    ///
    /// @param leftRad joint positions of the left arm, radians
    /// @param rightRad joint positions of the right arm, radians
    /// @param things what lies between the arms
    /// @param heightPixels height of the picture; small ones do without what nobody would see
    public SceneFrame cameraFrame(double[] leftRad, double[] rightRad, List<Solid> things, int heightPixels) {
        boolean isSmall = heightPixels < SMALL_PICTURE_PIXELS;
        return SceneFrame.builder()
                .robot(isSmall ? plainLeft : left, sceneFromLinks(ArmSide.LEFT, leftRad), RobotLook.SOLID)
                .robot(isSmall ? plainRight : right, sceneFromLinks(ArmSide.RIGHT, rightRad), RobotLook.SOLID)
                .solids(things)
                .solid(solids.table())
                .grid(false)
                .backdrop(WALL)
                .build();
    }
}

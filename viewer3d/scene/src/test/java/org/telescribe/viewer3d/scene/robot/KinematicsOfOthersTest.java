package org.telescribe.viewer3d.scene.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.core.robot.RobotDescriptionException;
import org.telescribe.devices.core.robot.RobotJoint;

/// Whole robots made by others. The numbers are MuJoCo 3.14's (`mj_kinematics` on the same files and
/// joints): place of a body or site in the world, then its X axis.
class KinematicsOfOthersTest {
    private static final Map<String, Double> SO101 = Map.of(
            "shoulder_pan",
            0.4,
            "shoulder_lift",
            -0.6,
            "elbow_flex",
            0.8,
            "wrist_flex",
            0.35,
            "wrist_roll",
            -0.9,
            "gripper",
            0.7);

    @Test
    void bothArmsOfAlohaStandWhereMujocoPutsThem() throws RobotDescriptionException {
        RobotModel aloha = RobotModelReader.read(
                SharedRobots.find("robot-aloha-vx300s-mjcf/assets/bimanual_viperx_transfer_cube.xml"));
        Map<String, Double> joints = new HashMap<>();
        for (String side : List.of("left", "right")) {
            double share = side.equals("left") ? 1 : 0.7;
            Map.of(
                            "waist",
                            0.31,
                            "shoulder",
                            -0.72,
                            "elbow",
                            0.94,
                            "forearm_roll",
                            0.55,
                            "wrist_angle",
                            -0.41,
                            "wrist_rotate",
                            1.1)
                    .forEach((joint, rad) -> joints.put("vx300s_" + side + "/" + joint, rad * share));
            joints.put("vx300s_" + side + "/left_finger", 0.033);
            joints.put("vx300s_" + side + "/right_finger", -0.041);
        }
        Map<String, Pose> links = aloha.description().rootFromLinks(joints);
        SharedRobots.assertLink(
                links,
                "vx300s_left/wrist_link",
                -0.335936273,
                0.542623972,
                0.326389189,
                0.986536803,
                0.097238583,
                0.131490665);
        SharedRobots.assertLink(links, "vx300s_left/gripper_link", -0.267131251, 0.549405779, 0.335559874);
        SharedRobots.assertLink(links, "vx300s_left/left_finger_link", -0.203438539, 0.553374500, 0.377227340);
        SharedRobots.assertLink(
                links,
                "vx300s_right/gripper_link",
                0.201175784,
                0.448543020,
                0.380308876,
                -0.987707650,
                -0.108903840,
                0.112131850);
        SharedRobots.assertLink(links, "vx300s_right/right_finger_link", 0.127319865, 0.457145728, 0.350779456);
        SharedRobots.assertLink(links, "cali_left_site1", -0.119150730, 0.563991567, 0.355283474);
        SharedRobots.assertLink(links, "cali_right_site1", 0.053019636, 0.432207444, 0.397128653);
        assertEquals("world", aloha.description().rootLink());
        assertTrue(aloha.notes().stream().anyMatch(note -> note.contains("box floats freely")), "" + aloha.notes());
    }

    @Test
    void so101StandsWhereMujocoPutsIt() throws RobotDescriptionException {
        RobotModel so101 = RobotModelReader.read(SharedRobots.find("robot-so101-so100/SO101/scene.xml"));
        Map<String, Pose> links = so101.description().rootFromLinks(SO101);
        SharedRobots.assertLink(
                links, "lower_arm", 0.022457974, -0.012920075, 0.225318019, -0.902701096, 0.381655902, 0.198669331);
        SharedRobots.assertLink(
                links, "gripper", 0.200209728, -0.068421061, 0.171677683, -0.035904831, -0.867113793, 0.496814364);
        SharedRobots.assertLink(links, "moving_jaw_so101_v1", 0.229480286, -0.086724007, 0.182507115);
        SharedRobots.assertLink(
                links, "gripperframe", 0.277410834, -0.094229047, 0.116311796, 0.785227084, -0.331988686, -0.522687229);
    }

    @Test
    void so101InItsOldCalibrationStandsWhereMujocoPutsIt() throws RobotDescriptionException {
        RobotModel so101 = RobotModelReader.read(SharedRobots.find("robot-so101-so100/SO101/so101_old_calib.xml"));
        Map<String, Pose> links = so101.description().rootFromLinks(SO101);
        SharedRobots.assertLink(
                links, "gripper", -0.105719852, -0.321843988, 0.135893769, -0.848016801, 0.005782095, 0.529937801);
    }

    @Test
    void so101IsTheSameRobotInUrdfAndInMjcf() throws RobotDescriptionException {
        RobotModel urdf = RobotModelReader.read(SharedRobots.find("robot-so101-so100/SO101/so101_new_calib.urdf"));
        RobotModel mjcf = RobotModelReader.read(SharedRobots.find("robot-so101-so100/SO101/so101_new_calib.xml"));
        Pose fromUrdf = urdf.description().rootFromLinks(SO101).get("gripper_link");
        Pose fromMjcf = mjcf.description().rootFromLinks(SO101).get("gripper");
        assertTrue(fromUrdf != null && fromMjcf != null);
        // the URDF's right angles are rounded to 1.5708, which is 4e-6 rad off
        assertEquals(fromMjcf.xMetres(), fromUrdf.xMetres(), 1e-5);
        assertEquals(fromMjcf.yMetres(), fromUrdf.yMetres(), 1e-5);
        assertEquals(fromMjcf.zMetres(), fromUrdf.zMetres(), 1e-5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "robot-aloha-vx300s-mjcf/assets/bimanual_viperx_insertion.xml",
                "robot-aloha-vx300s-mjcf/assets/bimanual_viperx_transfer_cube.xml",
                "robot-aloha-vx300s-mjcf/assets/bimanual_viperx_end_effector_insertion.xml",
                "robot-aloha-vx300s-mjcf/assets/bimanual_viperx_end_effector_transfer_cube.xml",
                "robot-so101-so100/SO101/scene.xml",
                "robot-so101-so100/SO101/so101_new_calib.urdf",
                "robot-so101-so100/SO101/so101_old_calib.urdf",
                "robot-so101-so100/SO101/so101_old_calib.xml",
                "robot-trossen-wxai-urdf/urdf/generated/wxai/wxai_base.urdf",
                "robot-trossen-wxai-urdf/urdf/generated/wxai/wxai_follower.urdf",
                "robot-trossen-wxai-urdf/urdf/generated/wxai/wxai_leader_left.urdf",
                "robot-trossen-wxai-urdf/urdf/generated/wxai/wxai_leader_right.urdf"
            })
    void wholeRobotsLoadWithEveryMeshAndFewEnoughTriangles(String name) throws RobotDescriptionException {
        RobotModel robot = RobotModelReader.read(SharedRobots.find(name));
        // the camera's mesh was not published with the arm
        assertTrue(
                robot.notes().stream().noneMatch(note -> note.contains("capsule") && !note.contains("d405.stl")),
                "" + robot.notes());
        long moving = robot.description().joints().stream()
                .filter(joint -> joint.kind() != RobotJoint.Kind.FIXED)
                .count();
        assertTrue(moving >= 6, moving + " joints move");
        assertTrue(robot.triangleCount() > 3_000, robot.triangleCount() + " triangles");
        assertTrue(robot.triangleCount() < 100_000, robot.triangleCount() + " triangles");
        double radius =
                robot.bounds(robot.description().rootFromLinks(Map.of())).radiusMetres();
        assertTrue(radius > 0.2 && radius < 2, "radius %s m: a scale is wrong".formatted(radius));
    }
}

package org.telescribe.devices.core.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UrdfReaderTest {
    private static final String TWO_LINKS = """
            <robot name="arm">
              <link name="tip"/><link name="base"/><link name="upper"/><link name="slide"/>
              <joint name="reach" type="prismatic">
                <parent link="upper"/><child link="slide"/><axis xyz="1 0 0"/>
                <mimic joint="lift" multiplier="0.1" offset="0.02"/>
              </joint>
              <joint name="lift" type="revolute">
                <parent link="base"/><child link="upper"/><origin xyz="0 0 0.5" rpy="0 0 1.5707963267948966"/>
                <axis xyz="0 1 0"/><limit lower="-1" upper="2" effort="1" velocity="1"/>
              </joint>
              <joint name="flange" type="fixed">
                <parent link="slide"/><child link="tip"/><origin xyz="0.3 0 0"/>
              </joint>
            </robot>
            """;

    private static RobotDescription read(String urdf) throws RobotDescriptionException {
        return new UrdfReader().read(new ByteArrayInputStream(urdf.getBytes(StandardCharsets.UTF_8)), "arm.urdf");
    }

    @Test
    void tipIsWhereTrigonometryPutsIt() throws Exception {
        Pose tip = pose(read(TWO_LINKS), "tip", Map.of("lift", 0.5));
        double reach = 0.3 + 0.1 * 0.5 + 0.02;
        assertEquals(0, tip.xMetres(), 1e-12);
        assertEquals(reach * Math.cos(0.5), tip.yMetres(), 1e-12);
        assertEquals(0.5 - reach * Math.sin(0.5), tip.zMetres(), 1e-12);
    }

    private static Pose pose(RobotDescription robot, String link, Map<String, Double> positions) {
        return Objects.requireNonNull(robot.rootFromLinks(positions).get(link), link);
    }

    @Test
    void limitsAndMimicAreKept() throws Exception {
        RobotDescription robot = read(TWO_LINKS);
        assertEquals(-1, Objects.requireNonNull(robot.joint("lift")).lower());
        assertTrue(Double.isNaN(Objects.requireNonNull(robot.joint("reach")).upper()));
        assertEquals(
                "lift",
                Objects.requireNonNull(
                                Objects.requireNonNull(robot.joint("reach")).mimic())
                        .joint());
    }

    @Test
    void badNumberIsNamedWithItsJoint() {
        RobotDescriptionException refused = assertThrows(
                RobotDescriptionException.class, () -> read(TWO_LINKS.replace("0 0 0.5\"", "0 zero 0.5\"")));
        assertTrue(String.valueOf(refused.getMessage()).contains("arm.urdf, joint lift"), refused::getMessage);
    }

    @Test
    void loopOfJointsIsRefused() {
        String loop = TWO_LINKS.replace("<parent link=\"base\"/>", "<parent link=\"tip\"/>");
        assertThrows(RobotDescriptionException.class, () -> read(loop));
    }

    @Test
    void notXmlIsSaidInOneSentence() {
        RobotDescriptionException refused = assertThrows(RobotDescriptionException.class, () -> read("not xml"));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("arm.urdf is not XML"), refused::getMessage);
    }

    @Test
    void inverseUndoesAnyPose() {
        long seed = 7;
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            Pose pose = Pose.ofRollPitchYaw(
                    random.nextGaussian(),
                    random.nextGaussian(),
                    random.nextGaussian(),
                    random.nextGaussian(),
                    random.nextGaussian(),
                    random.nextGaussian());
            Pose one = pose.times(pose.inverse());
            assertEquals(1, one.r00(), 1e-12, "seed " + seed);
            assertEquals(0, one.r12(), 1e-12, "seed " + seed);
            assertEquals(0, one.zMetres(), 1e-12, "seed " + seed);
        }
    }

    @Test
    void realDescriptionsOfOthersLoadWhole() throws Exception {
        Path data = data();
        assumeTrue(data != null, "shared/data is not beside the project: real robot descriptions not tried");
        Path so101 = data.resolve("robot-so101-so100/SO101/so101_new_calib.urdf");
        RobotDescription robot = new UrdfReader().read(so101);
        long moving = robot.joints().stream()
                .filter(joint -> joint.kind() != RobotJoint.Kind.FIXED)
                .count();
        assertEquals(6, moving);
    }

    private static @Nullable Path data() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("shared/data");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return null;
    }
}

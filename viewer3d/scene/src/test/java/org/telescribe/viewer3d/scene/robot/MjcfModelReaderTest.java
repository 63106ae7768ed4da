package org.telescribe.viewer3d.scene.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.core.robot.RobotDescriptionException;
import org.telescribe.devices.core.robot.RobotJoint;

class MjcfModelReaderTest {
    /// Offsets of joints, references, two joints in one body, four ways to say a direction, degrees.
    private static final String MADE = """
            <mujoco model="made">
              <compiler angle="degree" eulerseq="zyx"/>
              <default>
                <joint damping="1"/>
                <default class="arm">
                  <joint axis="0 1 0" range="-90 90"/>
                  <geom rgba="1 0 0 1"/>
                  <default class="slim"><geom size="0.02"/></default>
                </default>
              </default>
              <worldbody>
                <body name="base" pos="0.1 -0.2 0.3" euler="20 -35 50" childclass="arm">
                  <geom class="slim" type="capsule" fromto="0 0 0 0 0 0.2"/>
                  <body name="upper" pos="0 0 0.2" axisangle="1 1 0 30">
                    <joint name="a" pos="0.05 0.01 -0.02" ref="15"/>
                    <joint name="b" axis="1 0 1" pos="0 0.03 0"/>
                    <body name="slider" pos="0.1 0 0" xyaxes="0 1 0 -1 0 0.2">
                      <joint name="c" type="slide" axis="0 0 2" ref="0.05" range="-0.1 0.4"/>
                      <body name="tip" pos="0 0 0.15" zaxis="1 1 1">
                        <joint name="d" class="slim"/>
                        <site name="tool" pos="0.01 0.02 0.03" quat="0.9 0.1 0.2 -0.3"/>
                      </body>
                    </body>
                  </body>
                </body>
                <body name="other" pos="1 0 0">
                  <joint name="e"/>
                  <geom type="box" size="0.1 0.1 0.1"/>
                </body>
              </worldbody>
              <equality><joint joint1="e" joint2="a" polycoef="0.2 -1.5 0 0 0"/></equality>
            </mujoco>
            """;

    @TempDir
    Path folder = Path.of("");

    private RobotModel read(String text) throws IOException, RobotDescriptionException {
        Path file = folder.resolve("robot.xml");
        Files.writeString(file, text);
        return RobotModelReader.read(file);
    }

    @Test
    void bodiesStandWhereMujocoPutsThem() throws IOException, RobotDescriptionException {
        Map<String, Pose> links =
                read(MADE).description().rootFromLinks(Map.of("a", 0.5, "b", -0.3, "c", 0.21, "d", 0.6));
        SharedRobots.assertLink(
                links, "upper", 0.091368057, -0.383030370, 0.415203277, 0.704624961, 0.700528037, 0.112978465);
        SharedRobots.assertLink(
                links, "slider", 0.255900107, -0.380601885, 0.536854513, -0.541424948, 0.427870957, 0.723730247);
        SharedRobots.assertLink(
                links, "tip", 0.344090315, -0.443999683, 0.640310815, -0.346999866, 0.877999771, -0.329708195);
        SharedRobots.assertLink(
                links, "tool", 0.307881765, -0.443386376, 0.649721700, 0.392308637, 0.868403464, -0.303264499);
    }

    @Test
    void classesAreInheritedAndLimitsAreRadians() throws IOException, RobotDescriptionException {
        RobotModel robot = read(MADE);
        RobotJoint d = robot.description().joint("d");
        assertNotNull(d);
        assertEquals(Math.PI / 2, d.upper(), 1e-12);
        assertEquals(1, d.axisY(), 0);
        RobotJoint c = robot.description().joint("c");
        assertNotNull(c);
        assertEquals(0.4, c.upper(), 1e-12);
        assertEquals(RobotJoint.Kind.PRISMATIC, c.kind());
        LinkVisual capsule = robot.visuals().getFirst();
        assertEquals(new VisualShape.Capsule(0.02, 0.2), capsule.shape());
        assertEquals(0.1, capsule.linkFromVisual().zMetres(), 1e-12);
        assertEquals(0xFF0000, capsule.colour().rgb());
    }

    @Test
    void equalityOfTwoJointsMakesOneFollow() throws IOException, RobotDescriptionException {
        RobotJoint e = read(MADE).description().joint("e");
        assertNotNull(e);
        RobotJoint.Mimic mimic = e.mimic();
        assertNotNull(mimic);
        assertEquals("a", mimic.joint());
        assertEquals(-1.5, mimic.multiplier(), 0);
        // at its reference, 15 degrees, the leader counts as 0
        assertEquals(0.2 + 1.5 * Math.toRadians(15), mimic.offset(), 1e-12);
    }

    @Test
    void onlyTheVisualGroupIsDrawnWhereThereIsOne() throws IOException, RobotDescriptionException {
        RobotModel robot = read("""
                <mujoco><worldbody><body name="a">
                  <geom type="sphere" size="0.1" group="2"/>
                  <geom type="sphere" size="0.2" group="3"/>
                  <geom type="sphere" size="0.3"/>
                </body></worldbody></mujoco>
                """);
        assertEquals(
                List.of(new VisualShape.Sphere(0.1)),
                robot.visuals().stream().map(LinkVisual::shape).toList());
    }

    @Test
    void missingMeshIsACapsuleAndANote() throws IOException, RobotDescriptionException {
        RobotModel robot = read("""
                <mujoco><asset><mesh file="gone.stl"/></asset><worldbody><body name="a">
                  <geom type="mesh" mesh="gone"/>
                  <body name="b" pos="0 0 0.2"/>
                </body></worldbody></mujoco>
                """);
        assertTrue(robot.visuals().getFirst().shape() instanceof VisualShape.Capsule);
        assertEquals(1, robot.notes().size());
        assertTrue(
                robot.notes().getFirst().contains("gone.stl is missing"),
                robot.notes().getFirst());
    }

    @Test
    void includeOfItselfIsRefusedWithTheFilesName() throws IOException {
        Files.writeString(folder.resolve("loop.xml"), "<mujoco><include file=\"loop.xml\"/></mujoco>");
        RobotDescriptionException refusal =
                assertThrows(RobotDescriptionException.class, () -> RobotModelReader.read(folder.resolve("loop.xml")));
        assertTrue(String.valueOf(refusal.getMessage()).contains("loop.xml"));
    }

    @Test
    void otherXmlIsRefusedWithAdvice() throws IOException {
        Files.writeString(folder.resolve("page.xml"), "<html/>");
        RobotDescriptionException refusal =
                assertThrows(RobotDescriptionException.class, () -> RobotModelReader.read(folder.resolve("page.xml")));
        assertTrue(String.valueOf(refusal.getMessage()).contains("Choose a URDF or MJCF file"));
    }
}

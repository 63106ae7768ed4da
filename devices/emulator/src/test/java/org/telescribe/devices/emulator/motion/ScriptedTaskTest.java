package org.telescribe.devices.emulator.motion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.telescribe.devices.core.joint.ArmJoint;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.core.robot.RobotDescription;

class ScriptedTaskTest {
    private static final long STEP_NANOS = 5_000_000L;

    private final ArmLayout layout = BenchArm.layout();
    private final RobotDescription description = BenchArm.description();

    private double[] poseAt(MotionSource motion, long timeNanos) {
        double[] pose = new double[layout.size()];
        for (int joint = 0; joint < pose.length; joint++) {
            pose[joint] = motion.positionRad(joint, timeNanos);
        }
        return pose;
    }

    private Pose tip(ArmSide side, double[] pose) {
        Map<String, Double> positions = new HashMap<>();
        for (int joint = 0; joint < pose.length; joint++) {
            positions.put(layout.joints().get(joint).name(), pose[joint]);
        }
        Pose baseFromTip = description.rootFromLinks(positions).get("tip");
        assertTrue(baseFromTip != null);
        return BenchArm.benchFromBase(side).times(baseFromTip);
    }

    @Test
    void staysWithinTheJointsLimitsOfPositionSpeedAndAcceleration() {
        for (long seed = 0; seed < 40; seed++) {
            ScriptedTask task = ScriptedTask.of(seed);
            for (ArmSide side : ArmSide.values()) {
                checkLimits(task.motion().of(side), "seed %d, %s".formatted(seed, side));
            }
        }
    }

    private void checkLimits(MotionSource motion, String what) {
        double seconds = STEP_NANOS / 1e9;
        for (int joint = 0; joint < layout.size(); joint++) {
            ArmJoint of = layout.joints().get(joint);
            double before = motion.positionRad(joint, 0);
            double speedBefore = 0;
            for (long nanos = STEP_NANOS; nanos <= motion.durationNanos(); nanos += STEP_NANOS) {
                double now = motion.positionRad(joint, nanos);
                double speed = (now - before) / seconds;
                String where = "%s, %s at %d ms".formatted(what, of.name(), nanos / 1_000_000);
                assertTrue(now >= of.limit().minRad() && now <= of.limit().maxRad(), where);
                assertTrue(Math.abs(speed) < of.limit().maxSpeedRadPerS(), "%s: %.2f".formatted(where, speed));
                double acceleration = (speed - speedBefore) / seconds;
                assertTrue(
                        Math.abs(acceleration) < of.limit().maxAccelerationRadPerS2(),
                        "%s: %.1f".formatted(where, acceleration));
                before = now;
                speedBefore = speed;
            }
        }
    }

    @Test
    void startsAndEndsAtRestAndRepeats() {
        for (ArmSide side : ArmSide.values()) {
            MotionSource motion = ScriptedTask.of(3).motion().of(side);
            assertArrayEquals(BenchArm.restRad(), poseAt(motion, 0), 1e-9);
            assertArrayEquals(BenchArm.restRad(), poseAt(motion, motion.durationNanos() - 1), 1e-6);
            assertArrayEquals(
                    poseAt(motion, 4_000_000_000L), poseAt(motion, motion.durationNanos() + 4_000_000_000L), 1e-12);
        }
    }

    @Test
    void bothArmsMoveAtTheSameTimeForAWhileAndEveryJointTakesPart() {
        ScriptedTask task = ScriptedTask.of(1);
        long together = 0;
        double[] range = new double[layout.size()];
        for (long nanos = 0; nanos < ScriptedTask.DURATION_NANOS; nanos += STEP_NANOS) {
            boolean both = true;
            for (ArmSide side : ArmSide.values()) {
                double[] now = poseAt(task.motion().of(side), nanos);
                double[] next = poseAt(task.motion().of(side), nanos + STEP_NANOS);
                double moved = 0;
                for (int joint = 0; joint < now.length; joint++) {
                    moved += Math.abs(next[joint] - now[joint]);
                    range[joint] = Math.max(range[joint], Math.abs(now[joint] - BenchArm.restRad()[joint]));
                }
                both &= moved > 0.002;
            }
            together += both ? STEP_NANOS : 0;
        }
        assertTrue(together > 3_000_000_000L, "%d ns together".formatted(together));
        for (int joint = 0; joint < range.length; joint++) {
            assertTrue(range[joint] > 0.01, layout.joints().get(joint).name());
        }
    }

    @Test
    void theSameSeedGivesTheSameTaskAndAnotherOneAnotherTask() {
        assertEquals(ScriptedTask.of(5).scene(), ScriptedTask.of(5).scene());
        assertNotEquals(ScriptedTask.of(5).scene(), ScriptedTask.of(6).scene());
        double[] first = poseAt(ScriptedTask.of(5).motion().left(), 3_000_000_000L);
        assertArrayEquals(first, poseAt(ScriptedTask.of(5).motion().left(), 3_000_000_000L));
        assertTrue(Math.abs(first[0] - poseAt(ScriptedTask.of(6).motion().left(), 3_000_000_000L)[0]) > 1e-6);
    }

    /// The kinematics of the description, not those of the script, say where the tip is.
    @Test
    void eachHandGoesToItsBlockAndThenOverTheBowl() {
        for (long seed = 0; seed < 20; seed++) {
            ScriptedTask task = ScriptedTask.of(seed);
            BenchScene scene = task.scene();
            assertComesNear(task, ArmSide.LEFT, scene.leftBlockXMetres(), scene.leftBlockYMetres(), 0.018);
            assertComesNear(task, ArmSide.RIGHT, scene.rightBlockXMetres(), scene.rightBlockYMetres(), 0.018);
            assertComesNear(task, ArmSide.LEFT, scene.bowlXMetres() - 0.012, scene.bowlYMetres(), 0.12);
            assertComesNear(task, ArmSide.RIGHT, scene.bowlXMetres() + 0.012, scene.bowlYMetres(), 0.12);
        }
    }

    private void assertComesNear(ScriptedTask task, ArmSide side, double x, double y, double z) {
        double best = 1;
        for (long nanos = 0; nanos < ScriptedTask.DURATION_NANOS; nanos += 4 * STEP_NANOS) {
            Pose tip = tip(side, poseAt(task.motion().of(side), nanos));
            double distance = Math.sqrt(
                    Math.pow(tip.xMetres() - x, 2) + Math.pow(tip.yMetres() - y, 2) + Math.pow(tip.zMetres() - z, 2));
            best = Math.min(best, distance);
        }
        assertTrue(best < 0.006, "%s comes no nearer than %.3f m".formatted(side, best));
    }
}

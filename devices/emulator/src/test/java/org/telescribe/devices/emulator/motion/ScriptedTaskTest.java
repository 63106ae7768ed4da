package org.telescribe.devices.emulator.motion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.telescribe.devices.core.joint.ArmJoint;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;

class ScriptedTaskTest {
    private static final long STEP_NANOS = 5_000_000L;

    private final BenchArms arms = new BenchArms();
    private final ArmLayout layout = arms.layout();

    private TwoArmMotion task(long seed) {
        return ScriptedTask.of(arms, BenchObjects.of(seed), seed);
    }

    private double[] poseAt(MotionSource motion, long timeNanos) {
        double[] pose = new double[layout.size()];
        for (int joint = 0; joint < pose.length; joint++) {
            pose[joint] = motion.positionRad(joint, timeNanos);
        }
        return pose;
    }

    @Test
    void staysWithinTheJointsLimitsOfPositionAndSpeedAndNeverJumps() {
        for (long seed = 0; seed < 40; seed++) {
            TwoArmMotion task = task(seed);
            for (ArmSide side : ArmSide.values()) {
                checkLimits(task.of(side), "seed %d, %s".formatted(seed, side));
            }
        }
    }

    private void checkLimits(MotionSource motion, String what) {
        for (int joint = 0; joint < layout.size(); joint++) {
            ArmJoint of = layout.joints().get(joint);
            double before = motion.positionRad(joint, 0);
            for (long nanos = STEP_NANOS; nanos <= motion.durationNanos() + STEP_NANOS; nanos += STEP_NANOS) {
                double now = motion.positionRad(joint, nanos);
                double speed = Math.abs(now - before) / (STEP_NANOS / 1e9);
                String where = "%s, %s at %d ms".formatted(what, of.name(), nanos / 1_000_000);
                assertTrue(now >= of.limit().minRad() && now <= of.limit().maxRad(), where);
                assertTrue(speed < of.limit().maxSpeedRadPerS(), "%s: %.2f rad/s".formatted(where, speed));
                before = now;
            }
        }
    }

    @Test
    void startsAndEndsAtRestAndBothArmsTakeEquallyLong() {
        for (long seed = 0; seed < 10; seed++) {
            TwoArmMotion task = task(seed);
            assertEquals(task.left().durationNanos(), task.right().durationNanos());
            for (ArmSide side : ArmSide.values()) {
                MotionSource motion = task.of(side);
                assertArrayEquals(arms.restRad(), poseAt(motion, 0), 1e-9);
                assertArrayEquals(arms.restRad(), poseAt(motion, motion.durationNanos() - 1), 1e-6);
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameMotionAndAnotherOneAnotherMotion() {
        long atNanos = 3_000_000_000L;
        assertArrayEquals(poseAt(task(5).left(), atNanos), poseAt(task(5).left(), atNanos));
        assertTrue(Math.abs(poseAt(task(5).left(), atNanos)[0] - poseAt(task(6).left(), atNanos)[0]) > 1e-6);
    }

    /// The kinematics of the description, not those of the script, say where the tool is.
    @Test
    void eachHandGoesToItsBlockAndThenToItsGoal() {
        for (long seed = 0; seed < 20; seed++) {
            BenchObjects objects = BenchObjects.of(seed);
            TwoArmMotion task = task(seed);
            assertComesNear(task.left(), ArmSide.LEFT, objects.red(), 0.022);
            assertComesNear(task.left(), ArmSide.LEFT, objects.bowl(), 0.06);
            assertComesNear(task.right(), ArmSide.RIGHT, objects.blue(), 0.022);
            assertComesNear(task.right(), ArmSide.RIGHT, objects.pad(), 0.06);
        }
    }

    private void assertComesNear(MotionSource motion, ArmSide side, BenchObjects.Place place, double zMetres) {
        double best = 1;
        for (long nanos = 0; nanos < motion.durationNanos(); nanos += 4 * STEP_NANOS) {
            Pose tool = arms.benchFromLinks(side, poseAt(motion, nanos)).get("tool");
            assertNotNull(tool);
            best = Math.min(
                    best,
                    Math.sqrt(Math.pow(tool.xMetres() - place.xMetres(), 2)
                            + Math.pow(tool.yMetres() - place.yMetres(), 2)
                            + Math.pow(tool.zMetres() - zMetres, 2)));
        }
        assertTrue(best < 0.006, "%s comes no nearer than %.3f m".formatted(side, best));
    }
}

package org.telescribe.teleop.control.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telescribe.devices.core.joint.ArmJoint;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.JointLimit;

class MotionLimiterTest {
    private static final double STEP_SECONDS = 0.005;
    private static final JointLimit LIMIT = new JointLimit(-1, 1, 2, 40);
    private static final ArmLayout ONE_JOINT = new ArmLayout(List.of(new ArmJoint("elbow", LIMIT)));

    private final MotionLimiter limiter = new MotionLimiter(ONE_JOINT);

    private double step(double wishRad) {
        limiter.beginStep();
        limiter.step(0, wishRad, Double.POSITIVE_INFINITY, STEP_SECONDS);
        return limiter.goalRad(0);
    }

    @Test
    void wishWithinTheLimitsIsFollowedWithoutLag() {
        limiter.standAt(0, 0);
        for (int i = 1; i <= 400; i++) {
            double wishRad = 0.5 * (1 - Math.cos(i * STEP_SECONDS * 2));
            assertEquals(wishRad, step(wishRad), 1e-12, "step " + i);
        }
        assertEquals(0, limiter.clippedJoints());
    }

    @Test
    void jumpOfTheWishIsCrossedAtTheSpeedLimitAndEndsWithoutOvershoot() {
        limiter.standAt(0, -0.5);
        double before = -0.5;
        double fastest = 0;
        for (int i = 0; i < 200; i++) {
            double goal = step(0.5);
            fastest = Math.max(fastest, (goal - before) / STEP_SECONDS);
            assertTrue(goal <= 0.5 + 1e-9, "overshoot to " + goal);
            before = goal;
        }
        assertEquals(0.5, before, 1e-6);
        assertEquals(2.0, fastest, 1e-9);
    }

    @Test
    void limitedCommandIsCounted() {
        limiter.standAt(0, 0);
        step(0.9);
        assertEquals(1, limiter.clippedJoints());
    }

    @Test
    void unknownWishKeepsTheJointWhereItIs() {
        limiter.standAt(0, 0.3);
        assertEquals(0.3, step(Double.NaN), 0);
    }

    @Test
    void jointOutsideItsLimitsComesBackSlowly() {
        limiter.standAt(0, 1.4);
        double first = step(1.4);
        assertTrue(first <= 1.4 && first > 1.39, "jumped to " + first);
        double last = first;
        for (int i = 0; i < 400; i++) {
            last = step(1.4);
        }
        assertEquals(1.0, last, 1e-6);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyWishKeepsPositionSpeedAndAccelerationWithinTheLimits(long seed) {
        Random random = new Random(seed);
        limiter.standAt(0, 0);
        double position = 0;
        double speed = 0;
        double wishRad = 0;
        for (int i = 0; i < 5000; i++) {
            if (random.nextInt(40) == 0) {
                wishRad = random.nextDouble() * 4 - 2;
            }
            wishRad += random.nextGaussian() * 0.002;
            double next = step(wishRad);
            double newSpeed = (next - position) / STEP_SECONDS;
            assertTrue(next >= -1 - 1e-9 && next <= 1 + 1e-9, "seed %d: position %f".formatted(seed, next));
            assertTrue(Math.abs(newSpeed) <= 2 + 1e-9, "seed %d: speed %f".formatted(seed, newSpeed));
            boolean atWall = Math.abs(Math.abs(next) - 1) < 1e-9;
            assertTrue(
                    atWall || Math.abs(newSpeed - speed) <= 40 * STEP_SECONDS + 1e-6,
                    "seed %d step %d: acceleration %f".formatted(seed, i, (newSpeed - speed) / STEP_SECONDS));
            position = next;
            speed = newSpeed;
        }
    }
}

package org.telescribe.devices.emulator.camera;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.emulator.motion.BenchArm;
import org.telescribe.devices.emulator.motion.BenchScene;

/// The things on the bench: blocks that hands take, carry and drop, and a bowl. When both arms are back
/// at rest and all blocks are in the bowl, somebody puts them back. Shared by the bench's cameras; any
/// thread.
public final class BenchWorld {
    private static final double CLOSED_RAD = 0.45;
    private static final double OPEN_RAD = 0.60;
    private static final double GRASP_METRES = 0.035;
    private static final double BOWL_METRES = 0.065;
    private static final double IN_BOWL_METRES = 0.032;
    private static final double GRAVITY_METRES_PER_S2 = 9.8;
    private static final double REST_SLACK_RAD = 0.03;
    private static final long TIDY_AFTER_NANOS = 400_000_000L;
    private static final int LEFT_BLOCK_RGB = 0xD6453D;
    private static final int RIGHT_BLOCK_RGB = 0x3FA55B;

    private final BenchScene scene;
    private final ArmShape leftShape = new ArmShape(ArmSide.LEFT);
    private final ArmShape rightShape = new ArmShape(ArmSide.RIGHT);
    private final List<Thing> things;
    private final Map<ArmSide, Boolean> wasOpen = new HashMap<>();
    private long tidySinceNanos = Long.MIN_VALUE;

    /// A bench.
    ///
    /// @param scene what lies where at first
    public BenchWorld(BenchScene scene) {
        this.scene = scene;
        this.things = List.of(
                new Thing(
                        lying(scene.leftBlockXMetres(), scene.leftBlockYMetres(), scene.leftBlockYawRad()),
                        LEFT_BLOCK_RGB),
                new Thing(
                        lying(scene.rightBlockXMetres(), scene.rightBlockYMetres(), scene.rightBlockYawRad()),
                        RIGHT_BLOCK_RGB));
    }

    private static Pose lying(double x, double y, double yaw) {
        return Pose.ofRollPitchYaw(0, 0, yaw, x, y, Block.HALF_METRES);
    }

    /// Moves the things on and says what is to be seen.
    synchronized Observation observe(long nowNanos, double[] leftRad, double[] rightRad) {
        Map<String, Pose> left = leftShape.benchFromLinks(leftRad);
        Map<String, Pose> right = rightShape.benchFromLinks(rightRad);
        handle(ArmSide.LEFT, ArmShape.pose(left, "tip"), leftRad[leftRad.length - 1], nowNanos);
        handle(ArmSide.RIGHT, ArmShape.pose(right, "tip"), rightRad[rightRad.length - 1], nowNanos);
        things.forEach(thing -> thing.fall(nowNanos));
        tidyUp(nowNanos, leftRad, rightRad);
        List<Capsule> capsules = new ArrayList<>();
        leftShape.addTo(capsules, left);
        rightShape.addTo(capsules, right);
        return new Observation(
                capsules,
                things.stream().map(thing -> new Block(thing.at, thing.rgb)).toList(),
                scene.bowlXMetres(),
                scene.bowlYMetres(),
                ArmShape.pose(left, "hand"),
                ArmShape.pose(right, "hand"));
    }

    private void handle(ArmSide side, Pose tip, double gripperRad, long nowNanos) {
        boolean open = gripperRad > OPEN_RAD;
        boolean closes = gripperRad < CLOSED_RAD && wasOpen.getOrDefault(side, Boolean.FALSE);
        for (Thing thing : things) {
            if (thing.holder == side) {
                thing.at = tip.times(thing.tipFromThing);
                if (open) {
                    thing.letGo(nowNanos, scene);
                }
            } else if (closes && thing.holder == null && thing.distanceTo(tip) < GRASP_METRES) {
                thing.holder = side;
                thing.tipFromThing = tip.inverse().times(thing.at);
            }
        }
        if (open || closes) {
            wasOpen.put(side, open);
        }
    }

    private void tidyUp(long nowNanos, double[] leftRad, double[] rightRad) {
        boolean done = atRest(leftRad) && atRest(rightRad) && things.stream().allMatch(thing -> thing.inBowl);
        if (!done) {
            tidySinceNanos = Long.MIN_VALUE;
        } else if (tidySinceNanos == Long.MIN_VALUE) {
            tidySinceNanos = nowNanos;
        } else if (nowNanos - tidySinceNanos > TIDY_AFTER_NANOS) {
            things.forEach(Thing::putBack);
        }
    }

    private static boolean atRest(double[] positionsRad) {
        double[] rest = BenchArm.restRad();
        for (int joint = 0; joint < rest.length - 1; joint++) {
            if (Math.abs(positionsRad[joint] - rest[joint]) > REST_SLACK_RAD) {
                return false;
            }
        }
        return true;
    }

    /// A block and its fate.
    private static final class Thing {
        private final Pose first;
        private final int rgb;
        private Pose at;
        private @Nullable ArmSide holder;
        private Pose tipFromThing = Pose.IDENTITY;
        private Pose landing;
        private double droppedFromMetres;
        private long droppedNanos;
        private boolean falling;
        private boolean inBowl;

        Thing(Pose first, int rgb) {
            this.first = first;
            this.rgb = rgb;
            this.at = first;
            this.landing = first;
        }

        double distanceTo(Pose tip) {
            return Math.sqrt(Math.pow(at.xMetres() - tip.xMetres(), 2)
                    + Math.pow(at.yMetres() - tip.yMetres(), 2)
                    + Math.pow(at.zMetres() - tip.zMetres(), 2));
        }

        void letGo(long nowNanos, BenchScene scene) {
            holder = null;
            falling = true;
            droppedNanos = nowNanos;
            droppedFromMetres = at.zMetres();
            double dx = at.xMetres() - scene.bowlXMetres();
            double dy = at.yMetres() - scene.bowlYMetres();
            double distance = Math.hypot(dx, dy);
            inBowl = distance < BOWL_METRES;
            double yaw = Math.atan2(at.r10(), at.r00());
            double shrink = inBowl && distance > 0.022 ? 0.022 / distance : 1;
            landing = inBowl
                    ? Pose.ofRollPitchYaw(
                            0.15,
                            -0.1,
                            yaw,
                            scene.bowlXMetres() + dx * shrink,
                            scene.bowlYMetres() + dy * shrink,
                            IN_BOWL_METRES)
                    : lying(at.xMetres(), at.yMetres(), yaw);
        }

        void fall(long nowNanos) {
            if (!falling) {
                return;
            }
            double seconds = (nowNanos - droppedNanos) / 1e9;
            double z = droppedFromMetres - GRAVITY_METRES_PER_S2 / 2 * seconds * seconds;
            falling = z > landing.zMetres();
            at = falling ? Pose.translation(0, 0, z - landing.zMetres()).times(landing) : landing;
        }

        void putBack() {
            at = first;
            landing = first;
            inBowl = false;
            falling = false;
        }
    }
}

package org.telescribe.devices.emulator.physics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.core.robot.RobotDescription;
import org.telescribe.devices.core.robot.RobotJoint;
import org.telescribe.devices.emulator.bench.BenchArms;
import physx.extensions.PxRigidBodyExt;
import physx.physics.PxActorFlagEnum;
import physx.physics.PxArticulationAxisEnum;
import physx.physics.PxArticulationFlagEnum;
import physx.physics.PxArticulationJointReducedCoordinate;
import physx.physics.PxArticulationJointTypeEnum;
import physx.physics.PxArticulationKinematicFlagEnum;
import physx.physics.PxArticulationKinematicFlags;
import physx.physics.PxArticulationLink;
import physx.physics.PxArticulationMotionEnum;
import physx.physics.PxArticulationReducedCoordinate;

/// One arm as an articulation: six turning joints and two sliding fingers that the gripper's one servo
/// moves together. Joints come from the bench's description.
final class ArmBody {
    static final int JOINTS = 7;
    static final int GRIPPER = JOINTS - 1;
    private static final float DENSITY_KG_PER_M3 = 700;
    private static final float ARMATURE_KG_M2 = 0.002f;
    private static final int POSITION_ITERATIONS = 8;
    private static final int VELOCITY_ITERATIONS = 1;

    private final RobotDescription description;
    private final WorldParts parts;
    private final PxArticulationReducedCoordinate articulation;
    private final Map<String, PxArticulationLink> links = new HashMap<>();
    private final PxArticulationJointReducedCoordinate[] joints = new PxArticulationJointReducedCoordinate[JOINTS + 1];
    private final double[] targetsRad = new double[JOINTS];
    private double narrowestRad;
    private final double fingerMetresPerRad;
    private final double fingerOffsetMetres;

    ArmBody(BenchArms arms, ArmSide side, WorldParts parts) {
        this.description = arms.description();
        this.parts = parts;
        this.articulation = parts.physics().createArticulationReducedCoordinate();
        RobotJoint.Mimic slide =
                Objects.requireNonNull(fingerJoint(ArmShapes.LEFT_FINGER).mimic());
        this.fingerMetresPerRad = slide.multiplier();
        this.fingerOffsetMetres = slide.offset();
        articulation.setArticulationFlag(PxArticulationFlagEnum.eFIX_BASE, true);
        articulation.setArticulationFlag(PxArticulationFlagEnum.eDISABLE_SELF_COLLISION, true);
        articulation.setArticulationFlag(PxArticulationFlagEnum.eDRIVE_LIMITS_ARE_FORCES, true);
        articulation.setSolverIterationCounts(POSITION_ITERATIONS, VELOCITY_ITERATIONS);
        articulation.setSleepThreshold(0);
        try (Temporaries temporaries = new Temporaries()) {
            build(arms, side, temporaries);
        }
    }

    private RobotJoint fingerJoint(String link) {
        return description.joints().stream()
                .filter(joint -> joint.childLink().equals(link))
                .findFirst()
                .orElseThrow();
    }

    private void build(BenchArms arms, ArmSide side, Temporaries temporaries) {
        Pose base = arms.benchFromBase(side);
        Map<String, Pose> atZero = description.rootFromLinks(Map.of());
        addLink(description.rootLink(), null, base, temporaries);
        List<String> names =
                arms.layout().joints().stream().map(of -> of.name()).toList();
        List<String> moved = new ArrayList<>(names.subList(0, GRIPPER));
        moved.add(fingerJoint(ArmShapes.LEFT_FINGER).name());
        moved.add(fingerJoint(ArmShapes.RIGHT_FINGER).name());
        for (int i = 0; i < moved.size(); i++) {
            RobotJoint joint = Objects.requireNonNull(description.joint(moved.get(i)));
            Pose at = base.times(Objects.requireNonNull(atZero.get(joint.childLink())));
            PxArticulationLink link = addLink(joint.childLink(), links.get(joint.parentLink()), at, temporaries);
            joints[i] = link.getInboundJoint();
            if (joint.kind() == RobotJoint.Kind.PRISMATIC) {
                RobotJoint gripper = Objects.requireNonNull(description.joint(names.get(GRIPPER)));
                slide(joints[i], joint, gripper.upper(), temporaries);
            } else {
                turn(joints[i], joint, temporaries);
            }
        }
    }

    private PxArticulationLink addLink(
            String name, @Nullable PxArticulationLink parent, Pose at, Temporaries temporaries) {
        PxArticulationLink link = createLink(parent, at, temporaries);
        boolean isFinger = name.equals(ArmShapes.LEFT_FINGER) || name.equals(ArmShapes.RIGHT_FINGER);
        for (ArmShapes.Box box : ArmShapes.of(name)) {
            parts.addBox(link, box, isFinger ? WorldParts.Role.FINGER : WorldParts.Role.ARM);
        }
        PxRigidBodyExt.updateMassAndInertia(link, DENSITY_KG_PER_M3);
        // A servo's integral term carries the arm's weight; its drives alone would sag by some millimetres.
        link.setActorFlag(PxActorFlagEnum.eDISABLE_GRAVITY, true);
        links.put(name, link);
        return link;
    }

    @SuppressWarnings("NullAway") // the engine takes null for the root's parent
    private PxArticulationLink createLink(@Nullable PxArticulationLink parent, Pose at, Temporaries temporaries) {
        return articulation.createLink(parent, temporaries.transform(at));
    }

    private static void turn(PxArticulationJointReducedCoordinate made, RobotJoint joint, Temporaries temporaries) {
        place(made, joint, temporaries);
        made.setJointType(PxArticulationJointTypeEnum.eREVOLUTE);
        made.setMotion(PxArticulationAxisEnum.eTWIST, PxArticulationMotionEnum.eLIMITED);
        made.setLimitParams(PxArticulationAxisEnum.eTWIST, temporaries.limit(joint.lower(), joint.upper()));
        made.setDriveParams(PxArticulationAxisEnum.eTWIST, ServoDrive.turning(temporaries));
        made.setArmature(PxArticulationAxisEnum.eTWIST, ARMATURE_KG_M2);
        made.setFrictionCoefficient(0);
    }

    private void slide(
            PxArticulationJointReducedCoordinate made, RobotJoint joint, double widestRad, Temporaries temporaries) {
        place(made, joint, temporaries);
        made.setJointType(PxArticulationJointTypeEnum.ePRISMATIC);
        made.setMotion(PxArticulationAxisEnum.eX, PxArticulationMotionEnum.eLIMITED);
        made.setLimitParams(PxArticulationAxisEnum.eX, temporaries.limit(fingerOffsetMetres, fingerMetres(widestRad)));
        made.setDriveParams(PxArticulationAxisEnum.eX, ServoDrive.gripping(temporaries));
        made.setFrictionCoefficient(0);
    }

    /// The engine turns about and slides along a joint frame's own X.
    private static void place(PxArticulationJointReducedCoordinate made, RobotJoint joint, Temporaries temporaries) {
        Pose jointFromAxis = axisFrame(joint.axisX(), joint.axisY(), joint.axisZ());
        made.setParentPose(temporaries.transform(joint.parentFromJoint().times(jointFromAxis)));
        made.setChildPose(temporaries.transform(jointFromAxis));
    }

    private static Pose axisFrame(double x, double y, double z) {
        if (Math.abs(x) > 0.999) {
            return x > 0 ? Pose.IDENTITY : Pose.rotation(0, 0, 1, Math.PI);
        }
        // The shortest turn that brings X onto the axis.
        return Pose.rotation(0, -z, y, Math.acos(x));
    }

    double fingerMetres(double gripperRad) {
        return fingerOffsetMetres + fingerMetresPerRad * gripperRad;
    }

    private static PxArticulationAxisEnum axisOf(int joint) {
        return joint < GRIPPER ? PxArticulationAxisEnum.eTWIST : PxArticulationAxisEnum.eX;
    }

    PxArticulationReducedCoordinate articulation() {
        return articulation;
    }

    PxArticulationLink link(String name) {
        return Objects.requireNonNull(links.get(name), name);
    }

    /// Puts the arm somewhere at rest, with its drives aiming there. Only once it is in a scene.
    void jumpTo(double[] jointRad) {
        for (int i = 0; i <= JOINTS; i++) {
            double position = i < GRIPPER ? jointRad[i] : fingerMetres(jointRad[GRIPPER]);
            joints[i].setJointPosition(axisOf(i), (float) position);
            joints[i].setJointVelocity(axisOf(i), 0);
            joints[i].setDriveTarget(axisOf(i), (float) position);
        }
        System.arraycopy(jointRad, 0, targetsRad, 0, JOINTS);
        PxArticulationKinematicFlags flags =
                new PxArticulationKinematicFlags((byte) PxArticulationKinematicFlagEnum.ePOSITION.value);
        articulation.updateKinematic(flags);
        flags.destroy();
    }

    /// Sends the servos on their way.
    void aimAt(double[] jointRad) {
        for (int i = 0; i < GRIPPER; i++) {
            if (jointRad[i] != targetsRad[i]) {
                targetsRad[i] = jointRad[i];
                joints[i].setDriveTarget(PxArticulationAxisEnum.eTWIST, (float) jointRad[i]);
            }
        }
        double gripperRad = Math.max(jointRad[GRIPPER], narrowestRad);
        if (gripperRad != targetsRad[GRIPPER]) {
            targetsRad[GRIPPER] = gripperRad;
            float slide = (float) fingerMetres(gripperRad);
            joints[GRIPPER].setDriveTarget(PxArticulationAxisEnum.eX, slide);
            joints[JOINTS].setDriveTarget(PxArticulationAxisEnum.eX, slide);
        }
    }

    /// Keeps the fingers from pressing harder on what the hand holds than from this opening; 0 for no limit.
    void closeAtMostTo(double gripperRad) {
        narrowestRad = gripperRad;
    }

    void readPositions(double[] intoRad) {
        for (int i = 0; i < GRIPPER; i++) {
            intoRad[i] = joints[i].getJointPosition(PxArticulationAxisEnum.eTWIST);
        }
        intoRad[GRIPPER] = gripperRad();
    }

    double gripperRad() {
        double slide = 0.5
                * (joints[GRIPPER].getJointPosition(PxArticulationAxisEnum.eX)
                        + joints[JOINTS].getJointPosition(PxArticulationAxisEnum.eX));
        return (slide - fingerOffsetMetres) / fingerMetresPerRad;
    }

    void readVelocities(double[] intoRadPerS) {
        for (int i = 0; i < GRIPPER; i++) {
            intoRadPerS[i] = joints[i].getJointVelocity(PxArticulationAxisEnum.eTWIST);
        }
        double slide = 0.5
                * (joints[GRIPPER].getJointVelocity(PxArticulationAxisEnum.eX)
                        + joints[JOINTS].getJointVelocity(PxArticulationAxisEnum.eX));
        intoRadPerS[GRIPPER] = slide / fingerMetresPerRad;
    }

    /// Everything that moves in this arm goes into a hash, finger by finger.
    void addTo(StateHash hash) {
        for (int i = 0; i <= JOINTS; i++) {
            hash.add(joints[i].getJointPosition(axisOf(i)));
            hash.add(joints[i].getJointVelocity(axisOf(i)));
        }
    }
}

package org.telescribe.devices.emulator.physics;

import java.util.ArrayList;
import java.util.List;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.emulator.bench.BenchObjects;
import physx.extensions.PxRigidBodyExt;
import physx.physics.PxMaterial;
import physx.physics.PxPairFlagEnum;
import physx.physics.PxPhysics;
import physx.physics.PxRigidActor;
import physx.physics.PxRigidDynamic;
import physx.physics.PxRigidStatic;
import physx.physics.PxShape;

/// Makes the solid parts of a world: boxes only, which the engine collides fastest and most steadily.
final class WorldParts {
    static final double BLOCK_HALF_METRES = 0.02;
    private static final float BLOCK_KG_PER_M3 = 500;
    private static final int BLOCK_POSITION_ITERATIONS = 8;
    private static final int BLOCK_VELOCITY_ITERATIONS = 1;
    private static final float BLOCK_ANGULAR_DAMPING = 0.5f;
    private static final int BOWL_STAVES = 16;
    private static final int REPORT_CONTACTS = PxPairFlagEnum.eNOTIFY_TOUCH_FOUND.value
            | PxPairFlagEnum.eNOTIFY_TOUCH_PERSISTS.value
            | PxPairFlagEnum.eNOTIFY_CONTACT_POINTS.value;

    private final PxPhysics physics;
    private final PxMaterial plain;
    private final PxMaterial rubber;

    /// What a shape may touch.
    enum Role {
        FURNITURE(1, 2 | 4 | 8),
        BLOCK(2, -1),
        ARM(4, 1 | 2 | 4 | 8),
        FINGER(8, 1 | 2 | 4 | 8);

        final int group;
        final int mask;

        Role(int group, int mask) {
            this.group = group;
            this.mask = mask;
        }
    }

    WorldParts(PxPhysics physics) {
        this.physics = physics;
        this.plain = physics.createMaterial(0.6f, 0.5f, 0.05f);
        this.rubber = physics.createMaterial(0.2f, 0.15f, 0);
    }

    PxPhysics physics() {
        return physics;
    }

    void addBox(PxRigidActor actor, ArmShapes.Box box, Role role) {
        try (Temporaries temporaries = new Temporaries()) {
            PxShape shape = physics.createShape(
                    temporaries.box(box.halfXMetres(), box.halfYMetres(), box.halfZMetres()),
                    role == Role.FINGER ? rubber : plain,
                    true);
            shape.setLocalPose(temporaries.transform(box.linkFromBox()));
            int reports = role == Role.FINGER ? REPORT_CONTACTS : 0;
            shape.setSimulationFilterData(temporaries.filter(role.group, role.mask, reports));
            shape.setContactOffset(0.002f);
            shape.setRestOffset(0);
            actor.attachShape(shape);
            shape.release(); // the actor keeps it
        }
    }

    /// Table, bowl and pad; the bowl is a floor and sixteen staves.
    List<PxRigidActor> furniture(BenchObjects objects) {
        List<PxRigidActor> made = new ArrayList<>();
        made.add(still(Pose.translation(0, 0, -0.05), new ArmShapes.Box("table", Pose.IDENTITY, 0.75, 0.42, 0.05)));
        Pose pad = Pose.translation(objects.pad().xMetres(), objects.pad().yMetres(), 0.00125);
        made.add(still(pad, new ArmShapes.Box("pad", Pose.IDENTITY, 0.06, 0.06, 0.00125)));
        Pose bowl = Pose.translation(objects.bowl().xMetres(), objects.bowl().yMetres(), 0);
        PxRigidStatic body =
                still(bowl, new ArmShapes.Box("floor", Pose.translation(0, 0, 0.004), 0.032, 0.032, 0.004));
        for (int i = 0; i < BOWL_STAVES; i++) {
            addBox(body, stave(2 * Math.PI * i / BOWL_STAVES), Role.FURNITURE);
        }
        made.add(body);
        return made;
    }

    private static ArmShapes.Box stave(double aroundRad) {
        // From the floor's rim (radius 36 mm, 5 mm up) to the bowl's (radius 61 mm, 44 mm up).
        double tiltRad = Math.atan2(0.025, 0.039);
        Pose at = Pose.rotation(0, 0, 1, aroundRad)
                .times(Pose.translation(0.0485, 0, 0.0245))
                .times(Pose.rotation(0, 1, 0, tiltRad));
        return new ArmShapes.Box("stave", at, 0.002, 0.0125, 0.0232);
    }

    private PxRigidStatic still(Pose at, ArmShapes.Box box) {
        try (Temporaries temporaries = new Temporaries()) {
            PxRigidStatic made = physics.createRigidStatic(temporaries.transform(at));
            addBox(made, box, Role.FURNITURE);
            return made;
        }
    }

    PxRigidDynamic block(BenchBlock block, BenchObjects objects) {
        try (Temporaries temporaries = new Temporaries()) {
            PxRigidDynamic made = physics.createRigidDynamic(temporaries.transform(startPose(block, objects)));
            ArmShapes.Box box = new ArmShapes.Box(
                    block.name(), Pose.IDENTITY, BLOCK_HALF_METRES, BLOCK_HALF_METRES, BLOCK_HALF_METRES);
            addBox(made, box, Role.BLOCK);
            PxRigidBodyExt.updateMassAndInertia(made, BLOCK_KG_PER_M3);
            made.setSolverIterationCounts(BLOCK_POSITION_ITERATIONS, BLOCK_VELOCITY_ITERATIONS);
            made.setSleepThreshold(0);
            made.setAngularDamping(BLOCK_ANGULAR_DAMPING);
            return made;
        }
    }

    static Pose startPose(BenchBlock block, BenchObjects objects) {
        BenchObjects.Place place = block.startPlace(objects);
        return Pose.translation(place.xMetres(), place.yMetres(), BLOCK_HALF_METRES)
                .times(Pose.rotation(0, 0, 1, block.startTurnRad()));
    }

    void release() {
        plain.release();
        rubber.release();
    }
}

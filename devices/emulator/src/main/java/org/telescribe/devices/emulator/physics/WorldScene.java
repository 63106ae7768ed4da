package org.telescribe.devices.emulator.physics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.physics.BenchWorldState.Contact;
import org.telescribe.devices.emulator.physics.BenchWorldState.Finger;
import physx.PxTopLevelFunctions;
import physx.common.PxDefaultCpuDispatcher;
import physx.common.PxVec3;
import physx.physics.PxPhysics;
import physx.physics.PxRigidActor;
import physx.physics.PxRigidDynamic;
import physx.physics.PxScene;
import physx.physics.PxSceneDesc;
import physx.physics.PxSceneFlagEnum;
import physx.physics.PxSolverTypeEnum;

/// One scene of the engine with all that is in it, made and freed as a whole. Parts go in always in the
/// same order, because the engine's results depend on it.
final class WorldScene implements AutoCloseable {
    private static final double GRAVITY_METRES_PER_S2 = 9.81;

    private final FingerContacts contacts = new FingerContacts();
    private final PxDefaultCpuDispatcher dispatcher;
    private final PxScene scene;
    private final WorldParts parts;
    private final List<PxRigidActor> furniture;
    private final List<PxRigidDynamic> blocks = new ArrayList<>();
    private final ArmBody left;
    private final ArmBody right;
    private final Grasp leftGrasp;
    private final Grasp rightGrasp;

    WorldScene(BenchArms arms, BenchObjects objects, PhysxLibrary library) {
        PxPhysics physics = library.physics();
        dispatcher = PxTopLevelFunctions.DefaultCpuDispatcherCreate(0); // all work on the calling thread
        scene = makeScene(library);
        parts = new WorldParts(physics);
        furniture = parts.furniture(objects);
        furniture.forEach(scene::addActor);
        for (BenchBlock block : BenchBlock.values()) {
            PxRigidDynamic body = parts.block(block, objects);
            blocks.add(body);
            contacts.watchBlock(block, body.getAddress());
            scene.addActor(body);
        }
        left = addArm(arms, ArmSide.LEFT);
        right = addArm(arms, ArmSide.RIGHT);
        leftGrasp = new Grasp(ArmSide.LEFT, left, physics);
        rightGrasp = new Grasp(ArmSide.RIGHT, right, physics);
    }

    private PxScene makeScene(PhysxLibrary library) {
        try (Temporaries temporaries = new Temporaries()) {
            PxSceneDesc desc = new PxSceneDesc(library.scale());
            temporaries.later(desc::destroy);
            desc.setGravity(temporaries.vector(0, 0, -GRAVITY_METRES_PER_S2));
            desc.setCpuDispatcher(dispatcher);
            desc.setFilterShader(PxTopLevelFunctions.DefaultFilterShader());
            desc.setSimulationEventCallback(contacts);
            desc.setSolverType(PxSolverTypeEnum.eTGS);
            desc.getFlags().raise(PxSceneFlagEnum.eENABLE_ENHANCED_DETERMINISM);
            desc.setBounceThresholdVelocity(0.2f);
            return library.physics().createScene(desc);
        }
    }

    private ArmBody addArm(BenchArms arms, ArmSide side) {
        ArmBody arm = new ArmBody(arms, side, parts);
        scene.addArticulation(arm.articulation());
        arm.jumpTo(arms.restRad());
        contacts.watchFinger(side, Finger.LEFT, arm.link(ArmShapes.LEFT_FINGER).getAddress());
        contacts.watchFinger(
                side, Finger.RIGHT, arm.link(ArmShapes.RIGHT_FINGER).getAddress());
        return arm;
    }

    ArmBody arm(ArmSide side) {
        return side == ArmSide.LEFT ? left : right;
    }

    void step(double[] leftTargetsRad, double[] rightTargetsRad, double stepSeconds) {
        left.aimAt(leftTargetsRad);
        right.aimAt(rightTargetsRad);
        contacts.clear(stepSeconds);
        scene.simulate((float) stepSeconds);
        scene.fetchResults(true);
        leftGrasp.update(contacts, blocks, rightGrasp, stepSeconds);
        rightGrasp.update(contacts, blocks, leftGrasp, stepSeconds);
    }

    void putBack(BenchObjects objects) {
        leftGrasp.letGo();
        rightGrasp.letGo();
        try (Temporaries temporaries = new Temporaries()) {
            PxVec3 still = temporaries.vector(0, 0, 0);
            for (BenchBlock block : BenchBlock.values()) {
                PxRigidDynamic body = blocks.get(block.ordinal());
                body.setGlobalPose(temporaries.transform(WorldParts.startPose(block, objects)));
                body.setLinearVelocity(still);
                body.setAngularVelocity(still);
            }
        }
    }

    List<Contact> contacts() {
        return contacts.list();
    }

    List<BenchWorldState.Block> blockStates() {
        List<BenchWorldState.Block> states = new ArrayList<>();
        for (BenchBlock block : BenchBlock.values()) {
            PxRigidDynamic body = blocks.get(block.ordinal());
            double speed = body.getLinearVelocity().magnitude();
            double turning = body.getAngularVelocity().magnitude();
            states.add(new BenchWorldState.Block(block, Bodies.pose(body), speed, turning, holderOf(block)));
        }
        return states;
    }

    private @Nullable ArmSide holderOf(BenchBlock block) {
        if (leftGrasp.held() == block) {
            return ArmSide.LEFT;
        }
        return rightGrasp.held() == block ? ArmSide.RIGHT : null;
    }

    void addTo(StateHash hash) {
        left.addTo(hash);
        right.addTo(hash);
        for (BenchBlock block : BenchBlock.values()) {
            Bodies.addTo(hash, blocks.get(block.ordinal()));
            ArmSide holder = holderOf(block);
            hash.add(holder == null ? -1 : holder.ordinal());
        }
    }

    @Override
    public void close() {
        leftGrasp.letGo();
        rightGrasp.letGo();
        for (ArmBody arm : List.of(left, right)) {
            scene.removeArticulation(arm.articulation());
            arm.articulation().release();
        }
        blocks.forEach(PxRigidDynamic::release);
        furniture.forEach(PxRigidActor::release);
        scene.release();
        parts.release();
        dispatcher.destroy();
        contacts.release();
    }
}

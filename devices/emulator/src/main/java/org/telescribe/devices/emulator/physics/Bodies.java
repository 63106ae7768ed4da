package org.telescribe.devices.emulator.physics;

import org.telescribe.devices.core.robot.Pose;
import physx.common.PxQuat;
import physx.common.PxTransform;
import physx.common.PxVec3;
import physx.physics.PxRigidActor;
import physx.physics.PxRigidDynamic;

/// Reads bodies. What the engine hands out is valid only until the next call, so that it is read at once.
final class Bodies {
    private Bodies() {}

    static Pose pose(PxRigidActor actor) {
        PxTransform at = actor.getGlobalPose();
        PxVec3 p = at.getP();
        PxQuat q = at.getQ();
        return Quaternion.pose(q.getX(), q.getY(), q.getZ(), q.getW(), p.getX(), p.getY(), p.getZ());
    }

    static void addTo(StateHash hash, PxRigidDynamic body) {
        PxTransform at = body.getGlobalPose();
        PxVec3 p = at.getP();
        PxQuat q = at.getQ();
        hash.add(p.getX());
        hash.add(p.getY());
        hash.add(p.getZ());
        hash.add(q.getX());
        hash.add(q.getY());
        hash.add(q.getZ());
        hash.add(q.getW());
        add(hash, body.getLinearVelocity());
        add(hash, body.getAngularVelocity());
    }

    private static void add(StateHash hash, PxVec3 vector) {
        hash.add(vector.getX());
        hash.add(vector.getY());
        hash.add(vector.getZ());
    }
}

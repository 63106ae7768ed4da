package org.telescribe.devices.emulator.physics;

import java.util.ArrayDeque;
import java.util.Deque;
import org.telescribe.devices.core.robot.Pose;
import physx.common.PxQuat;
import physx.common.PxTransform;
import physx.common.PxVec3;
import physx.geometry.PxBoxGeometry;
import physx.physics.PxArticulationLimit;
import physx.physics.PxFilterData;

/// Small native values that a call into the engine needs; all are destroyed on closing. Confined to one
/// thread.
final class Temporaries implements AutoCloseable {
    private final Deque<Runnable> destructors = new ArrayDeque<>();

    PxVec3 vector(double x, double y, double z) {
        PxVec3 made = new PxVec3((float) x, (float) y, (float) z);
        destructors.push(made::destroy);
        return made;
    }

    PxTransform transform(Pose pose) {
        PxVec3 place = vector(pose.xMetres(), pose.yMetres(), pose.zMetres());
        double[] q = Quaternion.of(pose);
        PxQuat turn = new PxQuat((float) q[0], (float) q[1], (float) q[2], (float) q[3]);
        destructors.push(turn::destroy);
        PxTransform made = new PxTransform(place, turn);
        destructors.push(made::destroy);
        return made;
    }

    PxBoxGeometry box(double halfX, double halfY, double halfZ) {
        PxBoxGeometry made = new PxBoxGeometry((float) halfX, (float) halfY, (float) halfZ);
        destructors.push(made::destroy);
        return made;
    }

    PxFilterData filter(int group, int mask, int reports) {
        PxFilterData made = new PxFilterData(group, mask, reports, 0);
        destructors.push(made::destroy);
        return made;
    }

    PxArticulationLimit limit(double low, double high) {
        PxArticulationLimit made = new PxArticulationLimit((float) low, (float) high);
        destructors.push(made::destroy);
        return made;
    }

    /// Destroys something else on closing.
    void later(Runnable destructor) {
        destructors.push(destructor);
    }

    @Override
    public void close() {
        while (!destructors.isEmpty()) {
            destructors.pop().run();
        }
    }
}

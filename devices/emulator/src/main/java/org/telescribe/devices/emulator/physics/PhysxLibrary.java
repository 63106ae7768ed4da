package org.telescribe.devices.emulator.physics;

import org.jspecify.annotations.Nullable;
import physx.PxTopLevelFunctions;
import physx.common.PxDefaultAllocator;
import physx.common.PxErrorCallbackImpl;
import physx.common.PxErrorCodeEnum;
import physx.common.PxFoundation;
import physx.common.PxTolerancesScale;
import physx.physics.PxPhysics;

/// The engine itself. It allows one foundation a process, so that it is loaded once, on first use, like
/// the native code that it is, and stays; whatever a world makes with it, the world gives back.
final class PhysxLibrary {
    private final PxPhysics physics;
    private final PxTolerancesScale scale;
    private final Complaints complaints;

    private static final class Loaded {
        static final PhysxLibrary LIBRARY = new PhysxLibrary();
    }

    /// What the engine complains of, instead of printing it.
    private static final class Complaints extends PxErrorCallbackImpl {
        private volatile @Nullable String first;

        @Override
        public void reportError(PxErrorCodeEnum code, String message, String file, int line) {
            boolean isHarmless =
                    code == PxErrorCodeEnum.eDEBUG_INFO || code == PxErrorCodeEnum.ePERF_WARNING || first != null;
            if (!isHarmless) {
                first = message;
            }
        }
    }

    private PhysxLibrary() {
        int version = PxTopLevelFunctions.getPHYSICS_VERSION();
        complaints = new Complaints();
        PxFoundation foundation = PxTopLevelFunctions.CreateFoundation(version, new PxDefaultAllocator(), complaints);
        scale = new PxTolerancesScale();
        physics = PxTopLevelFunctions.CreatePhysics(version, foundation, scale);
        PxTopLevelFunctions.InitExtensions(physics);
    }

    static PhysxLibrary loaded() {
        return Loaded.LIBRARY;
    }

    PxPhysics physics() {
        return physics;
    }

    PxTolerancesScale scale() {
        return scale;
    }

    /// {@return the first complaint of any world of this process, or null}
    @Nullable
    String complaint() {
        return complaints.first;
    }
}

package org.telescribe.devices.emulator.physics;

import physx.physics.PxArticulationDrive;
import physx.physics.PxArticulationDriveTypeEnum;

/// How the servos pull. The six joints follow like the emulated servos do: critically damped, about 18 ms
/// behind a moving goal, whatever they carry. The fingers are springs with a limit, because what matters of
/// them is the force.
final class ServoDrive {
    private static final float TURNING_PER_S = 110;
    private static final float TURNING_NEWTON_METRES = 60;
    private static final float GRIPPING_NEWTONS_PER_METRE = 3_000;
    private static final float GRIPPING_NEWTON_SECONDS_PER_METRE = 40;
    private static final float GRIPPING_NEWTONS = 15;

    private ServoDrive() {}

    static PxArticulationDrive turning(Temporaries temporaries) {
        PxArticulationDrive drive = new PxArticulationDrive(
                TURNING_PER_S * TURNING_PER_S,
                2 * TURNING_PER_S,
                TURNING_NEWTON_METRES,
                PxArticulationDriveTypeEnum.eACCELERATION);
        temporaries.later(drive::destroy);
        return drive;
    }

    static PxArticulationDrive gripping(Temporaries temporaries) {
        PxArticulationDrive drive = new PxArticulationDrive(
                GRIPPING_NEWTONS_PER_METRE,
                GRIPPING_NEWTON_SECONDS_PER_METRE,
                GRIPPING_NEWTONS,
                PxArticulationDriveTypeEnum.eFORCE);
        temporaries.later(drive::destroy);
        return drive;
    }
}

package org.telescribe.devices.emulator.physics;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.emulator.physics.BenchWorldState.Finger;
import physx.PxTopLevelFunctions;
import physx.common.PxTransform;
import physx.extensions.PxFixedJoint;
import physx.physics.PxArticulationLink;
import physx.physics.PxPhysics;
import physx.physics.PxRigidDynamic;

/// One hand's grasp joint. When both fingers have pressed on one block for a moment, the block is fixed to
/// the hand where it is; it comes free when the fingers have opened a little from there. Friction alone
/// would let it creep. The limits are in docs/bench-physics.md.
final class Grasp {
    static final double LEAST_NEWTONS = 2.5;
    static final double HOLD_SECONDS = 0.040;
    static final double OPENED_RAD = 0.05;
    /// Further than this the fingers do not close on what they hold: a firmer grip would fight the joint.
    static final double SQUEEZED_RAD = 0.03;

    private final ArmSide side;
    private final ArmBody arm;
    private final PxPhysics physics;
    private final double[] pressedSeconds = new double[BenchBlock.values().length];
    private @Nullable PxFixedJoint joint;
    private @Nullable BenchBlock held;
    private double graspedAtRad;

    Grasp(ArmSide side, ArmBody arm, PxPhysics physics) {
        this.side = side;
        this.arm = arm;
        this.physics = physics;
    }

    @Nullable
    BenchBlock held() {
        return held;
    }

    /// After each step.
    ///
    /// @param contacts of the step
    /// @param blocks in the order of [BenchBlock]
    /// @param other the other hand's grasp: what it holds is not taken from it
    /// @param stepSeconds length of the step
    void update(FingerContacts contacts, List<PxRigidDynamic> blocks, Grasp other, double stepSeconds) {
        if (held != null) {
            if (arm.gripperRad() > graspedAtRad + OPENED_RAD) {
                letGo();
            }
            return;
        }
        for (BenchBlock block : BenchBlock.values()) {
            boolean pressed = contacts.forceNewtons(side, Finger.LEFT, block) >= LEAST_NEWTONS
                    && contacts.forceNewtons(side, Finger.RIGHT, block) >= LEAST_NEWTONS;
            int index = block.ordinal();
            pressedSeconds[index] = pressed ? pressedSeconds[index] + stepSeconds : 0;
            if (pressedSeconds[index] >= HOLD_SECONDS && other.held != block) {
                take(block, blocks.get(index));
                return;
            }
        }
    }

    private void take(BenchBlock block, PxRigidDynamic body) {
        PxArticulationLink hand = arm.link("hand");
        try (Temporaries temporaries = new Temporaries()) {
            PxTransform handFromBlock =
                    temporaries.transform(Bodies.pose(hand).inverse().times(Bodies.pose(body)));
            PxTransform middle = temporaries.transform(Pose.IDENTITY);
            joint = PxTopLevelFunctions.FixedJointCreate(physics, hand, handFromBlock, body, middle);
        }
        held = block;
        graspedAtRad = arm.gripperRad();
        arm.closeAtMostTo(graspedAtRad - SQUEEZED_RAD);
    }

    void letGo() {
        PxFixedJoint holding = joint;
        if (holding != null) {
            holding.release();
        }
        joint = null;
        held = null;
        arm.closeAtMostTo(0);
        Arrays.fill(pressedSeconds, 0);
    }
}

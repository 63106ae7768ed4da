package org.telescribe.devices.emulator.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.emulator.physics.BenchWorldState.Contact;
import org.telescribe.devices.emulator.physics.BenchWorldState.Finger;
import physx.common.PxVec3;
import physx.physics.PxContactPair;
import physx.physics.PxContactPairHeader;
import physx.physics.PxContactPairPoint;
import physx.physics.PxSimulationEventCallbackImpl;
import physx.support.NativeArrayHelpers;
import physx.support.PxArray_PxContactPairPoint;

/// How hard each finger pressed on each block in the last step. Filled by the engine within a step, on the
/// thread that steps.
final class FingerContacts extends PxSimulationEventCallbackImpl {
    private static final int MOST_POINTS = 32;
    private static final int FINGERS = ArmSide.values().length * Finger.values().length;

    private final PxArray_PxContactPairPoint points = new PxArray_PxContactPairPoint(MOST_POINTS);
    private final long[] fingers = new long[FINGERS];
    private final long[] blocks = new long[BenchBlock.values().length];
    private final double[][] impulses = new double[FINGERS][blocks.length];
    private double stepSeconds = 1;

    void watchFinger(ArmSide side, Finger finger, long address) {
        fingers[indexOf(side, finger)] = address;
    }

    void watchBlock(BenchBlock block, long address) {
        blocks[block.ordinal()] = address;
    }

    void clear(double nextStepSeconds) {
        stepSeconds = nextStepSeconds;
        for (double[] row : impulses) {
            Arrays.fill(row, 0);
        }
    }

    private static int indexOf(ArmSide side, Finger finger) {
        return side.ordinal() * Finger.values().length + finger.ordinal();
    }

    private static int find(long[] among, long address) {
        for (int i = 0; i < among.length; i++) {
            if (among[i] == address) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void onContact(PxContactPairHeader header, PxContactPair pairs, int count) {
        long first = header.getActors(0).getAddress();
        long second = header.getActors(1).getAddress();
        int finger = Math.max(find(fingers, first), find(fingers, second));
        int block = Math.max(find(blocks, first), find(blocks, second));
        if (finger < 0 || block < 0) {
            return;
        }
        for (int i = 0; i < count; i++) {
            PxContactPair pair = NativeArrayHelpers.getContactPairAt(pairs, i);
            int found = pair.extractContacts(points.begin(), MOST_POINTS);
            for (int point = 0; point < found; point++) {
                PxContactPairPoint at = points.get(point);
                PxVec3 impulse = at.getImpulse();
                impulses[finger][block] += impulse.magnitude();
            }
        }
    }

    double forceNewtons(ArmSide side, Finger finger, BenchBlock block) {
        return impulses[indexOf(side, finger)][block.ordinal()] / stepSeconds;
    }

    List<Contact> list() {
        List<Contact> list = new ArrayList<>();
        for (ArmSide side : ArmSide.values()) {
            for (Finger finger : Finger.values()) {
                for (BenchBlock block : BenchBlock.values()) {
                    double forceNewtons = forceNewtons(side, finger, block);
                    if (forceNewtons > 0) {
                        list.add(new Contact(side, finger, block, forceNewtons));
                    }
                }
            }
        }
        return list;
    }

    void release() {
        points.destroy();
        destroy();
    }
}

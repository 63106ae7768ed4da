package org.telescribe.devices.emulator.physics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.emulator.bench.BenchObjects;

/// Everything about a bench world at one moment. A value; any thread.
///
/// @param simulatedNanos since the last reset, nanoseconds
/// @param objects where things lay at the reset; bowl and pad are still there
/// @param left the left arm
/// @param right the right arm
/// @param blocks one for each [BenchBlock], in its order
/// @param contacts fingers that touch a block, left arm first, left finger first
/// @param hash of everything that moves: two worlds with one hash went the same way
public record BenchWorldState(
        long simulatedNanos,
        BenchObjects objects,
        Arm left,
        Arm right,
        List<Block> blocks,
        List<Contact> contacts,
        long hash) {
    /// Copies.
    public BenchWorldState {
        blocks = List.copyOf(blocks);
        contacts = List.copyOf(contacts);
    }

    /// An arm.
    ///
    /// @param jointRad joint positions in the order of the bench's layout, radians
    /// @param jointRadPerS joint speeds, radians per second
    public record Arm(List<Double> jointRad, List<Double> jointRadPerS) {
        /// Copies.
        public Arm {
            jointRad = List.copyOf(jointRad);
            jointRadPerS = List.copyOf(jointRadPerS);
        }
    }

    /// A block.
    ///
    /// @param block which one
    /// @param benchFromBlock pose of its middle in the bench frame
    /// @param speedMetresPerS of its middle
    /// @param turningRadPerS about any axis
    /// @param heldBy the arm whose grasp joint holds it, or null
    public record Block(
            BenchBlock block,
            Pose benchFromBlock,
            double speedMetresPerS,
            double turningRadPerS,
            @Nullable ArmSide heldBy) {}

    /// A finger on a block.
    ///
    /// @param side the arm
    /// @param finger the finger
    /// @param block what it touches
    /// @param forceNewtons how hard it pressed in the last step
    public record Contact(ArmSide side, Finger finger, BenchBlock block, double forceNewtons) {}

    /// A finger of a hand.
    public enum Finger {
        /// The one that opens along the hand's Y.
        LEFT,
        /// The other one.
        RIGHT
    }

    /// {@return an arm}
    ///
    /// @param side which
    public Arm arm(ArmSide side) {
        return side == ArmSide.LEFT ? left : right;
    }

    /// {@return a block}
    ///
    /// @param block which
    public Block block(BenchBlock block) {
        return blocks.get(block.ordinal());
    }
}

package org.telescribe.devices.emulator.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.physics.BenchBlock;

/// Reach one block with one arm: bring the open hand over it and stay there.
///
/// @param side the arm
/// @param block the block
public record ReachTask(ArmSide side, BenchBlock block) {
    /// Height of the tool over the table at the end of a reach, metres.
    public static final double HEIGHT_METRES = 0.07;

    private static final double FARTHEST_METRES = 0.55;

    /// {@return the task in words}
    public String sentence() {
        return "Reach the %s block with the %s arm"
                .formatted(block.name(), side.word().toUpperCase(Locale.ROOT));
    }

    /// {@return all tasks that can be done where things lie}
    ///
    /// @param arms the bench's arms
    /// @param objects where things lie
    public static List<ReachTask> possible(BenchArms arms, BenchObjects objects) {
        List<ReachTask> tasks = new ArrayList<>();
        for (ArmSide side : ArmSide.values()) {
            for (BenchBlock block : BenchBlock.values()) {
                if (isNearEnough(arms, side, block.startPlace(objects))) {
                    tasks.add(new ReachTask(side, block));
                }
            }
        }
        return tasks;
    }

    /// {@return one of the tasks that can be done where things lie}
    ///
    /// @param arms the bench's arms
    /// @param objects where things lie
    /// @param seed another seed, another task
    public static ReachTask ofSeed(BenchArms arms, BenchObjects objects, long seed) {
        List<ReachTask> tasks = possible(arms, objects);
        return tasks.get(new Random(seed ^ 0x9E3779B97F4A7C15L).nextInt(tasks.size()));
    }

    private static boolean isNearEnough(BenchArms arms, ArmSide side, BenchObjects.Place place) {
        Pose point = arms.benchFromBase(side).inverse().times(Pose.translation(place.xMetres(), place.yMetres(), 0));
        return Math.hypot(point.xMetres(), point.yMetres()) <= FARTHEST_METRES;
    }
}

package org.telescribe.devices.emulator.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.robot.Pose;

/// What the cameras see move: blocks that a closing gripper takes along and an opening one leaves
/// behind. No physics; the simulated bench brings that. Shared by the bench's cameras, guarded by its
/// own lock, never touched by a loop.
public final class BenchScene {
    private static final double GRASP_METRES = 0.045;
    private static final double CLOSED_RAD = 0.6;
    private static final double BLOCK_HALF_METRES = 0.02;
    private static final double BOWL_RADIUS_METRES = 0.07;
    private static final double BOWL_FLOOR_METRES = 0.012;
    private static final int GRIPPER = 6;

    private final BenchArms arms;
    private final BenchObjects objects;
    private @Nullable Supplier<List<Pose>> blockPoses;
    private final List<Block> blocks = new ArrayList<>();

    /// A block.
    static final class Block {
        final Colour colour;
        double xMetres;
        double yMetres;
        double zMetres = BLOCK_HALF_METRES;
        double turnRad;
        boolean held;
        ArmSide holder = ArmSide.LEFT;

        Block(Colour colour, BenchObjects.Place place, double turnRad) {
            this.colour = colour;
            this.xMetres = place.xMetres();
            this.yMetres = place.yMetres();
            this.turnRad = turnRad;
        }
    }

    /// Colour of a thing, linear from 0 to 255.
    ///
    /// @param red red
    /// @param green green
    /// @param blue blue
    public record Colour(float red, float green, float blue) {}

    /// What is to be drawn at one moment.
    ///
    /// @param left poses of the left arm's links in the bench frame
    /// @param right poses of the right arm's links
    /// @param blocks blocks
    /// @param objects bowl and pad
    public record Picture(
            Map<String, Pose> left, Map<String, Pose> right, List<SeenBlock> blocks, BenchObjects objects) {}

    /// A block as it is drawn.
    ///
    /// @param colour its colour
    /// @param xMetres middle, bench frame
    /// @param yMetres middle, bench frame
    /// @param zMetres middle, bench frame
    /// @param turnRad turn about the vertical
    public record SeenBlock(Colour colour, double xMetres, double yMetres, double zMetres, double turnRad) {}

    /// A scene before anything moved.
    ///
    /// @param arms the arms
    /// @param objects where things lie
    public BenchScene(BenchArms arms, BenchObjects objects) {
        this.arms = arms;
        this.objects = objects;
        putBack();
    }

    /// A scene whose blocks are moved by somebody else.
    ///
    /// @param arms the arms
    /// @param objects where bowl and pad lie
    /// @param blockPoses poses of the red, blue, green and yellow block in the bench frame; asked by the
    ///     cameras' threads
    public BenchScene(BenchArms arms, BenchObjects objects, Supplier<List<Pose>> blockPoses) {
        this(arms, objects);
        this.blockPoses = blockPoses;
    }

    /// Puts everything back to where it lay; for the next episode.
    public synchronized void putBack() {
        blocks.clear();
        blocks.add(new Block(new Colour(214, 62, 58), objects.red(), 0.3));
        blocks.add(new Block(new Colour(58, 110, 214), objects.blue(), -0.2));
        blocks.add(new Block(new Colour(76, 168, 92), objects.green(), 0.7));
        blocks.add(new Block(new Colour(232, 190, 62), objects.yellow(), 0.1));
    }

    /// Moves the scene to the arms' pose and says what is to be drawn.
    ///
    /// @param leftRad joint positions of the left arm, radians
    /// @param rightRad joint positions of the right arm, radians
    /// @return what is to be drawn
    public synchronized Picture at(double[] leftRad, double[] rightRad) {
        Map<String, Pose> left = arms.benchFromLinks(ArmSide.LEFT, leftRad);
        Map<String, Pose> right = arms.benchFromLinks(ArmSide.RIGHT, rightRad);
        if (blockPoses == null) {
            move(ArmSide.LEFT, left, leftRad[GRIPPER]);
            move(ArmSide.RIGHT, right, rightRad[GRIPPER]);
        } else {
            follow(blockPoses.get());
        }
        List<SeenBlock> seen = blocks.stream()
                .map(block -> new SeenBlock(block.colour, block.xMetres, block.yMetres, block.zMetres, block.turnRad))
                .toList();
        return new Picture(left, right, seen, objects);
    }

    private void follow(List<Pose> poses) {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Pose pose = poses.get(i);
            block.xMetres = pose.xMetres();
            block.yMetres = pose.yMetres();
            block.zMetres = pose.zMetres();
            block.turnRad = Math.atan2(pose.r10(), pose.r00());
        }
    }

    private void move(ArmSide side, Map<String, Pose> links, double gripperRad) {
        Pose tool = Objects.requireNonNull(links.get("tool"), "tool");
        boolean closed = gripperRad < CLOSED_RAD;
        for (Block block : blocks) {
            if (block.held && block.holder == side) {
                if (closed) {
                    carry(block, tool);
                } else {
                    drop(block);
                }
            }
        }
        boolean busy = blocks.stream().anyMatch(block -> block.held && block.holder == side);
        if (!closed || busy) {
            return;
        }
        for (Block block : blocks) {
            double away = Math.hypot(
                    Math.hypot(block.xMetres - tool.xMetres(), block.yMetres - tool.yMetres()),
                    block.zMetres - tool.zMetres());
            if (!block.held && away < GRASP_METRES) {
                block.held = true;
                block.holder = side;
                carry(block, tool);
                return;
            }
        }
    }

    private static void carry(Block block, Pose tool) {
        block.xMetres = tool.xMetres();
        block.yMetres = tool.yMetres();
        block.zMetres = Math.max(BLOCK_HALF_METRES, tool.zMetres());
    }

    private void drop(Block block) {
        block.held = false;
        boolean inBowl = Math.hypot(
                        block.xMetres - objects.bowl().xMetres(),
                        block.yMetres - objects.bowl().yMetres())
                < BOWL_RADIUS_METRES;
        block.zMetres = BLOCK_HALF_METRES + (inBowl ? BOWL_FLOOR_METRES : 0);
    }
}

package org.telescribe.viewer3d.fx.channel;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A channel's name taken apart: which arm, and which joint. Orders and spellings differ between robots
/// (`left_waist.pos`, `kLeftShoulderPitch`, `right_arm_joint_3`), so the side is looked for in the name
/// and never told from a position.
///
/// @param raw the name as the dataset has it
/// @param side which arm
/// @param joint the joint's words, without the arm
public record ChannelName(String raw, Side side, String joint) {
    private static final Pattern SIDE = Pattern.compile(
            "(?<![A-Za-z])(left|right)(?![a-z])|(?<=[a-z_])(Left|Right)(?![a-z])|^(Left|Right)(?![a-z])|^k?(Left|Right)(?=[A-Z])");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /// Which arm a channel belongs to.
    public enum Side {
        /// The robot's left arm.
        LEFT,
        /// The robot's right arm.
        RIGHT,
        /// The name does not say.
        UNSAID
    }

    /// {@return the name taken apart}
    ///
    /// @param raw a channel's name
    public static ChannelName of(String raw) {
        String name = raw.endsWith(".pos") ? raw.substring(0, raw.length() - ".pos".length()) : raw;
        Matcher found = SIDE.matcher(name);
        Side side = Side.UNSAID;
        String rest = name;
        if (found.find()) {
            side = found.group().toLowerCase(Locale.ROOT).endsWith("left") ? Side.LEFT : Side.RIGHT;
            rest = name.substring(0, found.start()) + "_" + name.substring(found.end());
            rest = rest.startsWith("k_") ? rest.substring(2) : rest;
        }
        String words = HUMP.matcher(rest)
                .replaceAll(" ")
                .replace('_', ' ')
                .replace('.', ' ')
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
        return new ChannelName(raw, side, words.isEmpty() ? raw : words);
    }

    /// {@return whether it is a gripper's}
    public boolean isGripper() {
        return joint.contains("gripper") || joint.contains("jaw");
    }
}

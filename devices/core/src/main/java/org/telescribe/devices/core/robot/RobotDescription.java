package org.telescribe.devices.core.robot;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A robot as a tree of links and joints.
///
/// @param name the robot's name
/// @param rootLink the link that nothing moves
/// @param joints joints, parents before children
public record RobotDescription(String name, String rootLink, List<RobotJoint> joints) {
    /// Copies.
    public RobotDescription {
        joints = List.copyOf(joints);
    }

    /// Orders joints from the root outwards and refuses what is not one tree.
    ///
    /// @param name the robot's name
    /// @param links all link names
    /// @param joints joints in any order
    /// @return the description
    /// @throws IllegalArgumentException with the reason when the joints are not one tree over the links
    public static RobotDescription of(String name, List<String> links, List<RobotJoint> joints) {
        Map<String, RobotJoint> byChild = new HashMap<>();
        for (RobotJoint joint : joints) {
            if (!links.contains(joint.parentLink()) || !links.contains(joint.childLink())) {
                throw new IllegalArgumentException("joint %s: its parent %s or child %s is not a link of the robot"
                        .formatted(joint.name(), joint.parentLink(), joint.childLink()));
            }
            RobotJoint other = byChild.put(joint.childLink(), joint);
            if (other != null) {
                throw new IllegalArgumentException("link %s is moved by two joints, %s and %s"
                        .formatted(joint.childLink(), other.name(), joint.name()));
            }
        }
        List<String> roots =
                links.stream().filter(link -> !byChild.containsKey(link)).toList();
        if (roots.size() != 1) {
            throw new IllegalArgumentException("a robot needs exactly one root link, found %s".formatted(roots));
        }
        LinkedHashMap<String, RobotJoint> ordered = new LinkedHashMap<>();
        Set<String> reached = new HashSet<>(roots);
        while (ordered.size() < joints.size()) {
            int before = ordered.size();
            for (RobotJoint joint : joints) {
                if (reached.contains(joint.parentLink()) && ordered.putIfAbsent(joint.childLink(), joint) == null) {
                    reached.add(joint.childLink());
                }
            }
            if (ordered.size() == before) {
                throw new IllegalArgumentException("some joints form a loop that the root does not reach");
            }
        }
        return new RobotDescription(
                name, roots.getFirst(), ordered.values().stream().toList());
    }

    /// {@return the joint, or null}
    ///
    /// @param jointName a joint's name
    public @Nullable RobotJoint joint(String jointName) {
        for (RobotJoint joint : joints) {
            if (joint.name().equals(jointName)) {
                return joint;
            }
        }
        return null;
    }

    /// Forward kinematics of every link.
    ///
    /// @param positions joint positions by name, radians or metres; a joint not named is at 0, a mimic
    ///     joint follows
    /// @return pose of each link in the root link, by link name
    public Map<String, Pose> rootFromLinks(Map<String, Double> positions) {
        Map<String, Pose> poses = new LinkedHashMap<>();
        poses.put(rootLink, Pose.IDENTITY);
        for (RobotJoint joint : joints) {
            Pose parent = poses.get(joint.parentLink());
            if (parent == null) {
                throw new IllegalStateException("joint %s comes before its parent".formatted(joint.name()));
            }
            poses.put(joint.childLink(), parent.times(joint.parentFromChild(positionOf(joint, positions))));
        }
        return poses;
    }

    private static double positionOf(RobotJoint joint, Map<String, Double> positions) {
        RobotJoint.Mimic mimic = joint.mimic();
        if (mimic != null) {
            return mimic.multiplier() * positions.getOrDefault(mimic.joint(), 0.0) + mimic.offset();
        }
        return positions.getOrDefault(joint.name(), 0.0);
    }
}

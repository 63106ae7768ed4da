package org.telescribe.app.review;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.telescribe.devices.core.robot.RobotDescription;
import org.telescribe.devices.core.robot.RobotJoint;
import org.telescribe.viewer3d.playback.clip.ChannelTrack;

/// Which channel moves which joint of an arm: by name, never by place.
final class ArmJoints {
    private static final String POSITION = ".pos";

    private final ChannelTrack track;
    private final Map<String, Integer> channels;

    private ArmJoints(ChannelTrack track, Map<String, Integer> channels) {
        this.track = track;
        this.channels = channels;
    }

    static ArmJoints of(String arm, RobotDescription robot, ChannelTrack track) {
        Map<String, Integer> channels = new LinkedHashMap<>();
        for (int i = 0; i < track.channelNames().size(); i++) {
            String name = track.channelNames().get(i);
            if (name.startsWith(arm + "_") && name.endsWith(POSITION)) {
                String joint = name.substring(arm.length() + 1, name.length() - POSITION.length());
                if (robot.joint(joint) != null) {
                    channels.put(joint, i);
                }
            }
        }
        return new ArmJoints(track, channels);
    }

    /// By names that differ in spelling alone: `kLeftShoulderPitch` is `left_shoulder_pitch_joint`.
    static ArmJoints bySpelling(RobotDescription robot, ChannelTrack track) {
        Map<String, Integer> channels = new LinkedHashMap<>();
        Map<String, Integer> spelled = new HashMap<>();
        for (int i = 0; i < track.channelNames().size(); i++) {
            spelled.putIfAbsent(plain(track.channelNames().get(i)), i);
        }
        for (RobotJoint joint : robot.joints()) {
            Integer channel = spelled.get(plain(joint.name()));
            if (channel != null && joint.kind() != RobotJoint.Kind.FIXED) {
                channels.put(joint.name(), channel);
            }
        }
        return new ArmJoints(track, channels);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("\\.pos$", "")
                .replaceAll("[^a-z0-9]", "")
                .replaceAll("^k(?=left|right)", "")
                .replaceAll("joint$", "");
    }

    int matched() {
        return channels.size();
    }

    int rows() {
        return track.rows();
    }

    Map<String, Double> at(int row) {
        Map<String, Double> positions = new HashMap<>();
        channels.forEach((joint, channel) -> positions.put(joint, (double) track.at(row, channel)));
        return positions;
    }
}

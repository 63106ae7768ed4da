package org.telescribe.app.station;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.devices.core.joint.ArmJoint;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.JointLimit;
import org.telescribe.devices.emulator.motion.SampledMotion;
import org.telescribe.devices.emulator.motion.TwoArmMotion;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.read.EpisodeEntry;
import org.telescribe.teleop.episode.read.EpisodeReader;
import org.telescribe.teleop.episode.read.FeatureInfo;
import org.telescribe.teleop.episode.read.FeatureValues;

/// Hands that move as the arms of a recording did: the first seven joints of each side of its
/// `observation.state`, under their own names.
final class RecordedHands {
    private static final String STATE = "observation.state";
    private static final int JOINTS = 7;
    private static final Pattern SIDED = Pattern.compile("k?(left|right)_?(.+)", Pattern.CASE_INSENSITIVE);
    private static final double MARGIN_RAD = 0.3;
    private static final double MAX_SPEED_RAD_PER_S = 6;
    private static final double MAX_ACCELERATION_RAD_PER_S2 = 250;

    /// Which joint of the bench's arms shows a recorded one in the pictures.
    private static final Map<String, String> SHOWN_AS = Map.of(
            "shoulder_pitch", "shoulder",
            "shoulder_roll", "waist",
            "shoulder_yaw", "forearm_roll",
            "elbow", "elbow",
            "wrist_pitch", "wrist_angle",
            "wrist_roll", "wrist_rotate");

    private RecordedHands() {}

    /// Reads an episode.
    ///
    /// @param dataset folder of a LeRobot dataset, v2.1 or v3.0
    /// @param episode its number; -1 takes the first whose data are there
    /// @return the motion
    /// @throws CommandFailed when it cannot be used; the message says why
    static HandMotion read(Path dataset, int episode) throws CommandFailed {
        try (EpisodeReader reader = EpisodeReader.open(dataset)) {
            EpisodeEntry entry = entry(reader, dataset, episode);
            FeatureInfo state = reader.info().features().stream()
                    .filter(feature -> feature.name().equals(STATE))
                    .findFirst()
                    .orElseThrow(() -> new CommandFailed(
                            "%s has no feature %s, so its arms cannot be followed. Choose another recording."
                                    .formatted(dataset, STATE)));
            FeatureValues values = reader.values(entry.index(), STATE);
            double rate = reader.info().framesPerSecond();
            Side left = side(state, values, "left", rate, dataset);
            Side right = side(state, values, "right", rate, dataset);
            String task = entry.tasks().isEmpty()
                    ? "Follow a recorded motion"
                    : entry.tasks().getFirst();
            return new HandMotion(
                    reader.info().robotType().isEmpty()
                            ? "recorded_arms"
                            : reader.info().robotType(),
                    task,
                    left.layout(),
                    right.layout(),
                    new TwoArmMotion(left.motion(), right.motion()),
                    left.layout().joints().stream()
                            .map(joint -> SHOWN_AS.getOrDefault(joint.name(), ""))
                            .toList());
        } catch (DatasetException unreadable) {
            throw new CommandFailed(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private record Side(ArmLayout layout, SampledMotion motion) {}

    private static EpisodeEntry entry(EpisodeReader reader, Path dataset, int episode) throws CommandFailed {
        List<String> missing = reader.info().missingFiles();
        for (EpisodeEntry entry : reader.episodes()) {
            boolean there = !missing.contains(entry.dataFile());
            if (episode < 0 ? there : entry.index() == episode) {
                if (!there) {
                    throw new CommandFailed("%s of episode %d is missing. Choose an episode whose data are there."
                            .formatted(dataset.resolve(entry.dataFile()), episode));
                }
                return entry;
            }
        }
        throw new CommandFailed("%s has no episode %d with data. It has %d episodes."
                .formatted(dataset, episode, reader.episodes().size()));
    }

    private static Side side(FeatureInfo state, FeatureValues values, String word, double rate, Path dataset)
            throws CommandFailed {
        List<Integer> channels = new ArrayList<>();
        List<ArmJoint> joints = new ArrayList<>();
        for (int channel = 0; channel < state.channelNames().size() && joints.size() < JOINTS; channel++) {
            Matcher sided = SIDED.matcher(state.channelNames().get(channel));
            if (sided.matches() && sided.group(1).equalsIgnoreCase(word)) {
                channels.add(channel);
                joints.add(joint(jointName(sided.group(2)), values, channel));
            }
        }
        if (joints.size() < JOINTS) {
            throw new CommandFailed("%s names %d joints of the %s arm, %d are needed. Choose a recording of two arms."
                    .formatted(dataset, joints.size(), word, JOINTS));
        }
        double[][] rows = new double[values.rows()][JOINTS];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < JOINTS; i++) {
                rows[row][i] = values.at(row, channels.get(i));
            }
        }
        return new Side(new ArmLayout(joints), new SampledMotion(rows, rate));
    }

    private static ArmJoint joint(String name, FeatureValues values, int channel) {
        double lowest = values.at(0, channel);
        double highest = lowest;
        for (int row = 1; row < values.rows(); row++) {
            lowest = Math.min(lowest, values.at(row, channel));
            highest = Math.max(highest, values.at(row, channel));
        }
        return new ArmJoint(
                name,
                new JointLimit(
                        lowest - MARGIN_RAD, highest + MARGIN_RAD, MAX_SPEED_RAD_PER_S, MAX_ACCELERATION_RAD_PER_S2));
    }

    private static String jointName(String channel) {
        String bare = channel.endsWith(".pos") ? channel.substring(0, channel.length() - 4) : channel;
        return bare.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_]", "_");
    }
}

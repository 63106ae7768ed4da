package org.telescribe.teleop.control.recorder;

import java.util.ArrayList;
import java.util.List;
import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.teleop.control.loop.TickLayout;
import org.telescribe.teleop.control.loop.TickLayout.Bus;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.EpisodeRow;
import org.telescribe.teleop.episode.model.EpisodeSchema;
import org.telescribe.teleop.episode.model.FeatureSpec;
import org.telescribe.teleop.episode.model.RowLayout;
import org.telescribe.teleop.episode.model.VideoSettings;

/// The dataset's features of a dual-arm station, and how a tick becomes a row.
///
/// @param schema features, cameras and grid
/// @param layout lanes of a tick
public record StationSchema(EpisodeSchema schema, TickLayout layout) {
    private static final String STATE = "observation.state";
    private static final String ACTION = "action";
    private static final String REQUESTED = "action.requested";
    private static final String VELOCITY = "observation.velocity";
    private static final String CURRENT = "observation.current";
    private static final String TIMESTAMPS = "observation.timestamps.";

    /// {@return the schema of a station}
    ///
    /// @param robotType the robot's name in the dataset
    /// @param framesPerSecond the dataset's grid, hertz
    /// @param left joints of the left follower
    /// @param right joints of the right follower
    /// @param cameras cameras in the order of the dataset
    /// @param video how to encode them
    public static StationSchema of(
            String robotType,
            int framesPerSecond,
            ArmLayout left,
            ArmLayout right,
            List<CameraInfo> cameras,
            VideoSettings video) {
        List<FeatureSpec> features = new ArrayList<>();
        features.add(FeatureSpec.floats(ACTION, channels(left, right, "pos")));
        features.add(FeatureSpec.floats(STATE, channels(left, right, "pos")));
        features.add(FeatureSpec.floats(REQUESTED, channels(left, right, "pos")));
        features.add(FeatureSpec.floats(VELOCITY, channels(left, right, "vel")));
        features.add(FeatureSpec.floats(CURRENT, channels(left, right, "current")));
        for (Bus bus : Bus.values()) {
            features.add(FeatureSpec.integer(TIMESTAMPS + bus.columnName()));
        }
        List<CameraFeature> cameraFeatures = cameras.stream()
                .map(camera -> new CameraFeature(camera.name(), camera.width(), camera.height()))
                .toList();
        return new StationSchema(
                new EpisodeSchema(framesPerSecond, robotType, features, cameraFeatures, video),
                new TickLayout(left.size(), right.size()));
    }

    private static List<String> channels(ArmLayout left, ArmLayout right, String quantity) {
        List<String> names = new ArrayList<>(left.channelNames(ArmSide.LEFT, quantity));
        names.addAll(right.channelNames(ArmSide.RIGHT, quantity));
        return names;
    }

    EpisodeRow row(RowLayout rows, RowGrid grid, long row, Lanes tick) {
        int joints = layout.joints();
        double[] action = new double[joints];
        double[] state = new double[joints];
        double[] requested = new double[joints];
        double[] velocity = new double[joints];
        double[] current = new double[joints];
        for (int joint = 0; joint < joints; joint++) {
            action[joint] = tick.getDouble(layout.sentRad(joint));
            state[joint] = tick.getDouble(layout.positionRad(joint));
            requested[joint] = tick.getDouble(layout.requestedRad(joint));
            velocity[joint] = tick.getDouble(layout.velocityRadPerS(joint));
            current[joint] = tick.getDouble(layout.currentAmperes(joint));
        }
        EpisodeRow made = rows.newRow(row, grid.rowNanos(row))
                .setFloats(ACTION, action)
                .setFloats(STATE, state)
                .setFloats(REQUESTED, requested)
                .setFloats(VELOCITY, velocity)
                .setFloats(CURRENT, current);
        for (Bus bus : Bus.values()) {
            made.setLong(TIMESTAMPS + bus.columnName(), tick.getLong(layout.arrivalNanos(bus)) - grid.startNanos());
        }
        return made;
    }
}

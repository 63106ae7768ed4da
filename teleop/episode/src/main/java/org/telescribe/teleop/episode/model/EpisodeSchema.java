package org.telescribe.teleop.episode.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What every row of a dataset has. Camera columns (capture time, frame number, repeated flag) and
/// the five columns of LeRobot come by themselves.
///
/// @param framesPerSecond the dataset's grid, hertz
/// @param robotType the robot's name, such as `aloha_dual`
/// @param rowFeatures features that the recorder gives with each row, in the order of the dataset's
///     columns
/// @param cameras cameras in the order of their index in [VideoPacket]
/// @param video how the cameras are encoded
public record EpisodeSchema(
        int framesPerSecond,
        String robotType,
        List<FeatureSpec> rowFeatures,
        List<CameraFeature> cameras,
        VideoSettings video) {
    /// Version of the set of columns that this program writes.
    public static final int VERSION = 2;

    /// Oldest version whose journals and datasets are taken further. It had no column of marks.
    public static final int OLDEST_VERSION = 1;

    /// The columns that LeRobot adds to every dataset, in its order.
    public static final List<String> STANDARD_COLUMNS =
            List.of("timestamp", "frame_index", "episode_index", "index", "task_index");

    /// Copies and checks.
    public EpisodeSchema {
        rowFeatures = List.copyOf(rowFeatures);
        cameras = List.copyOf(cameras);
        if (framesPerSecond < 1) {
            throw new IllegalArgumentException("%d frames per second: at least 1".formatted(framesPerSecond));
        }
        if (rowFeatures.isEmpty()) {
            throw new IllegalArgumentException("a dataset needs at least one row feature");
        }
        Set<String> names = new HashSet<>(STANDARD_COLUMNS);
        rowFeatures.forEach(feature -> addOnce(names, feature.name()));
        for (CameraFeature camera : cameras) {
            addOnce(names, camera.videoKey());
            cameraColumns(camera).forEach(column -> addOnce(names, column.name()));
        }
    }

    private static void addOnce(Set<String> names, String name) {
        if (!names.add(name)) {
            throw new IllegalArgumentException("feature %s is there twice".formatted(name));
        }
    }

    /// {@return the columns that a camera brings beside its pictures}
    ///
    /// @param camera the camera
    public static List<FeatureSpec> cameraColumns(CameraFeature camera) {
        return List.of(
                FeatureSpec.integer(camera.timestampColumn()),
                FeatureSpec.integer(camera.sequenceColumn()),
                FeatureSpec.integer(camera.repeatedColumn()));
    }

    /// {@return all columns of the data files but LeRobot's own five, in file order}
    public List<FeatureSpec> dataColumns() {
        List<FeatureSpec> columns = new ArrayList<>(rowFeatures);
        cameras.forEach(camera -> columns.addAll(cameraColumns(camera)));
        return List.copyOf(columns);
    }

    /// {@return where each row feature lies in a row's lanes}
    public RowLayout rowLayout() {
        return new RowLayout(rowFeatures);
    }
}

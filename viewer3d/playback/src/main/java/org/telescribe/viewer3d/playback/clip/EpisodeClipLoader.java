package org.telescribe.viewer3d.playback.clip;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.read.DatasetInfo;
import org.telescribe.teleop.episode.read.EpisodeEntry;
import org.telescribe.teleop.episode.read.EpisodeReader;
import org.telescribe.teleop.episode.read.FeatureInfo;
import org.telescribe.teleop.episode.read.FeatureValues;
import org.telescribe.teleop.episode.read.RecordedFacts;
import org.telescribe.teleop.episode.video.SeekableVideo;
import org.telescribe.teleop.episode.video.VideoIndex;

/// Puts an episode together from its dataset. One thread.
final class EpisodeClipLoader {
    private static final String IMAGES = "observation.images.";
    private static final String TIMESTAMPS = "observation.timestamps.";
    private static final String REPEATED = "observation.repeated.";
    private static final String STATE = "observation.state";
    private static final Set<String> FLOATS = Set.of("float16", "float32", "float64");
    private static final float LEAST_GRIPPER_WAY = 1e-4f;

    private final EpisodeReader reader;
    private final DatasetInfo info;
    private final EpisodeEntry entry;
    private final int rows;
    private final List<StreamGap> gaps = new ArrayList<>();
    private String dataTrouble = "";

    EpisodeClipLoader(EpisodeReader reader, int episode) {
        this.reader = reader;
        this.info = reader.info();
        this.entry = reader.episodes().stream()
                .filter(candidate -> candidate.index() == episode)
                .findFirst()
                .orElseThrow(() -> new DatasetException("The dataset %s has no episode %d. It has %d episodes."
                        .formatted(
                                reader.info().directory(),
                                episode,
                                reader.episodes().size())));
        this.rows = (int) entry.length();
    }

    EpisodeClip load() {
        RecordedFacts facts = facts();
        List<ChannelTrack> tracks = tracks(facts != null);
        busGaps();
        List<CameraClip> cameras = new ArrayList<>();
        for (String feature : info.cameras()) {
            cameras.add(camera(feature));
        }
        Path folder = info.directory().toAbsolutePath().normalize().getFileName();
        return new EpisodeClip(
                folder == null ? info.directory().toString() : folder.toString(),
                info.directory(),
                info.version(),
                info.robotType(),
                entry.index(),
                tasks(),
                info.framesPerSecond(),
                rows,
                cameras,
                tracks,
                grippers(tracks),
                gaps,
                facts,
                dataTrouble);
    }

    /// Some datasets name an episode's tasks only by their numbers in the rows.
    private List<String> tasks() {
        boolean numbered =
                info.features().stream().anyMatch(feature -> feature.name().equals("task_index"));
        FeatureValues numbers = entry.tasks().isEmpty() && numbered ? values("task_index") : null;
        if (numbers == null) {
            return entry.tasks();
        }
        List<String> tasks = new ArrayList<>();
        for (int row = 0; row < numbers.rows(); row++) {
            long number = numbers.integerAt(row, 0);
            String task =
                    number >= 0 && number < info.tasks().size() ? info.tasks().get((int) number) : "";
            if (!task.isEmpty() && !tasks.contains(task)) {
                tasks.add(task);
            }
        }
        return tasks;
    }

    private @Nullable RecordedFacts facts() {
        try {
            return reader.recordedFacts().get(entry.index());
        } catch (DatasetException unreadable) {
            return null; // the episode itself can be read, or says why not
        }
    }

    private List<ChannelTrack> tracks(boolean ours) {
        List<ChannelTrack> tracks = new ArrayList<>();
        for (FeatureInfo feature : info.features()) {
            if (!FLOATS.contains(feature.dtype()) || feature.name().equals("timestamp")) {
                continue;
            }
            FeatureValues numbers = values(feature.name());
            if (numbers != null) {
                tracks.add(ChannelTrack.of(
                        feature.name(), names(feature, numbers.size()), ours ? unit(feature.name()) : "", numbers));
            }
        }
        return tracks;
    }

    private static List<String> names(FeatureInfo feature, int size) {
        if (feature.channelNames().size() == size) {
            return feature.channelNames();
        }
        if (size == 1) {
            return List.of(feature.name());
        }
        return IntStream.range(0, size).mapToObj(Integer::toString).toList();
    }

    /// What docs/formats/dataset-columns.md says of this program's own columns.
    private static String unit(String feature) {
        return switch (feature) {
            case "action", STATE, "action.requested" -> "rad";
            case "observation.velocity" -> "rad/s";
            case "observation.current" -> "A";
            default -> "";
        };
    }

    /// The numbers of a feature, or null after noting why there are none.
    private @Nullable FeatureValues values(String feature) {
        try {
            FeatureValues numbers = reader.values(entry.index(), feature);
            if (numbers.rows() != rows && dataTrouble.isEmpty()) {
                dataTrouble = "%s holds %d rows of episode %d, its index says %d. Verify the dataset to see more."
                        .formatted(entry.dataFile(), numbers.rows(), entry.index(), rows);
            }
            return numbers.rows() == rows ? numbers : null;
        } catch (DatasetException missing) {
            if (dataTrouble.isEmpty()) {
                dataTrouble = String.valueOf(missing.getMessage());
            }
            return null;
        }
    }

    private void busGaps() {
        for (FeatureInfo feature : info.features()) {
            String bus = feature.name().startsWith(TIMESTAMPS) ? feature.name().substring(TIMESTAMPS.length()) : "";
            if (bus.isEmpty() || info.cameras().contains(IMAGES + bus)) {
                continue;
            }
            FeatureValues stamps = values(feature.name());
            if (stamps != null) {
                int[] old = new int[rows];
                for (int row = 1; row < rows; row++) {
                    old[row] = stamps.integerAt(row, 0) == stamps.integerAt(row - 1, 0) ? old[row - 1] + 1 : 0;
                }
                addGaps(bus, StreamGap.Kind.REPLY_MISSING, old);
            }
        }
    }

    private void addGaps(String stream, StreamGap.Kind kind, int[] old) {
        for (int row = 0; row < rows; row++) {
            boolean last = row + 1 == rows || old[row + 1] == 0;
            if (old[row] > 0 && last) {
                int first = row - old[row] + 1;
                gaps.add(new StreamGap(stream, kind, tickNanos(first), tickNanos(row + 1), old[row]));
            }
        }
    }

    private long tickNanos(int row) {
        return Math.round(row / info.framesPerSecond() * 1e9);
    }

    private CameraClip camera(String feature) {
        EpisodeEntry.VideoSpan span = entry.videos().get(feature);
        if (span == null) {
            return CameraClip.lost(
                    new CameraClip.Place(feature, "", 0, 0),
                    "The dataset does not say where the pictures of %s are. Other cameras still play."
                            .formatted(CameraClip.shortName(feature)));
        }
        CameraClip.Place place = new CameraClip.Place(feature, span.file(), span.fromSeconds(), span.toSeconds());
        CameraTimes times = times(CameraClip.shortName(feature));
        try {
            VideoIndex index = VideoIndex.read(reader.file(span.file()));
            SeekableVideo.open(index, 1).close(); // whether there is a decoder
            return CameraClip.playable(place, index, times);
        } catch (DatasetException broken) {
            return CameraClip.lost(place, String.valueOf(broken.getMessage()));
        }
    }

    private CameraTimes times(String camera) {
        boolean known =
                info.features().stream().anyMatch(feature -> feature.name().equals(REPEATED + camera));
        FeatureValues stamps = known ? values(TIMESTAMPS + camera) : null;
        FeatureValues repeated = known ? values(REPEATED + camera) : null;
        if (stamps == null || repeated == null) {
            return CameraTimes.unknown();
        }
        long[] captureNanos = new long[rows];
        int[] repeats = new int[rows];
        for (int row = 0; row < rows; row++) {
            captureNanos[row] = stamps.integerAt(row, 0);
            repeats[row] = repeated.integerAt(row, 0) == 0 ? 0 : (row == 0 ? 0 : repeats[row - 1]) + 1;
        }
        addGaps(camera, StreamGap.Kind.PICTURE_REPEATED, repeats);
        return new CameraTimes(captureNanos, repeats);
    }

    private static List<GripperTrack> grippers(List<ChannelTrack> tracks) {
        List<GripperTrack> grippers = new ArrayList<>();
        for (ChannelTrack track : tracks) {
            if (!track.feature().equals(STATE)) {
                continue;
            }
            for (int channel = 0; channel < track.channels(); channel++) {
                String name = track.channelNames().get(channel).toLowerCase(Locale.ROOT);
                if (name.contains("gripper")) {
                    grippers.add(new GripperTrack(
                            track.channelNames().get(channel), side(name), openShares(track.channel(channel))));
                }
            }
        }
        return grippers;
    }

    private static @Nullable ArmSide side(String name) {
        if (name.contains("left")) {
            return ArmSide.LEFT;
        }
        return name.contains("right") ? ArmSide.RIGHT : null;
    }

    private static float[] openShares(float[] values) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        float way = most - least;
        for (int row = 0; row < values.length; row++) {
            values[row] = way < LEAST_GRIPPER_WAY ? 1 : (values[row] - least) / way;
        }
        return values;
    }
}

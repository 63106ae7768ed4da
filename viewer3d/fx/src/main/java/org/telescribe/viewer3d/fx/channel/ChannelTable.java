package org.telescribe.viewer3d.fx.channel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telescribe.viewer3d.fx.WellColours;
import org.telescribe.viewer3d.fx.plot.Plot;
import org.telescribe.viewer3d.fx.plot.PlotLine;
import org.telescribe.viewer3d.playback.clip.ChannelTrack;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;
import org.telescribe.viewer3d.playback.plot.PlotDecimation;

/// The joints of an episode: for each the left arm's and the right arm's channel, measured, sent and
/// asked for. Immutable.
public final class ChannelTable {
    private static final String MEASURED = "observation.state";
    private static final String SENT = "action";
    private static final String REQUESTED = "action.requested";
    private static final String RADIANS = "rad";

    private final List<Joint> joints;
    private final @Nullable ChannelTrack measured;
    private final @Nullable ChannelTrack sent;
    private final @Nullable ChannelTrack requested;

    /// One joint, or one channel that belongs to no arm.
    ///
    /// @param name its words
    /// @param left number of the left arm's channel, or of the only one; -1 for none
    /// @param right number of the right arm's channel; -1 for none
    /// @param paired whether the name says which arm it is
    public record Joint(String name, int left, int right, boolean paired) {}

    /// The joints of an episode.
    ///
    /// @param clip the episode
    public ChannelTable(EpisodeClip clip) {
        this.measured = clip.track(MEASURED).orElse(null);
        this.sent = clip.track(SENT).orElse(null);
        this.requested = clip.track(REQUESTED).orElse(null);
        ChannelTrack main = measured == null ? sent : measured;
        this.joints = main == null ? List.of() : joints(main.channelNames());
    }

    private static List<Joint> joints(List<String> channels) {
        Map<String, int[]> found = new LinkedHashMap<>();
        Map<String, ChannelName> names = new LinkedHashMap<>();
        for (int i = 0; i < channels.size(); i++) {
            ChannelName name = ChannelName.of(channels.get(i));
            String key = name.side() == ChannelName.Side.UNSAID ? name.raw() : name.joint();
            int[] pair = found.computeIfAbsent(key, ignored -> new int[] {-1, -1});
            int place = name.side() == ChannelName.Side.RIGHT ? 1 : 0;
            if (pair[place] < 0) {
                pair[place] = i;
                names.putIfAbsent(key, name);
            }
        }
        List<Joint> joints = new ArrayList<>();
        found.forEach((key, pair) -> {
            ChannelName name = names.get(key);
            boolean paired = name != null && name.side() != ChannelName.Side.UNSAID;
            joints.add(new Joint(name == null ? key : name.joint(), pair[0], pair[1], paired));
        });
        return joints;
    }

    /// {@return the joints in the dataset's order}
    public List<Joint> joints() {
        return List.copyOf(joints);
    }

    /// {@return the unit that values are shown in; degrees for radians, empty when it is not known}
    public String unit() {
        return degrees() ? "°" : main() == null ? "" : main().unit();
    }

    /// {@return digits after the point}
    public int decimals() {
        return degrees() ? 1 : 3;
    }

    private boolean degrees() {
        ChannelTrack track = main();
        return track != null && track.unit().equals(RADIANS);
    }

    private @Nullable ChannelTrack main() {
        return measured == null ? sent : measured;
    }

    /// {@return the measured value of a channel in the unit of [#unit]; NaN for channel -1}
    ///
    /// @param row the row
    /// @param channel number of the channel
    public double value(int row, int channel) {
        return value(main(), row, channel);
    }

    private double value(@Nullable ChannelTrack track, int row, int channel) {
        if (track == null || channel < 0 || channel >= track.channels() || row < 0 || row >= track.rows()) {
            return Double.NaN;
        }
        double value = track.at(row, channel);
        return degrees() ? Math.toDegrees(value) : value;
    }

    /// {@return the joints that move most, most first, in the dataset's order among the chosen}
    ///
    /// @param count at most how many
    /// @param rows number of rows
    public List<Joint> mostMoving(int count, int rows) {
        record Moving(Joint joint, double range) {}
        List<Moving> all = new ArrayList<>();
        for (Joint joint : joints) {
            all.add(new Moving(joint, Math.max(range(joint.left(), rows), range(joint.right(), rows))));
        }
        all.sort((a, b) -> Double.compare(b.range(), a.range()));
        List<Joint> chosen = all.stream().limit(count).map(Moving::joint).toList();
        return joints.stream().filter(chosen::contains).toList();
    }

    private double range(int channel, int rows) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < rows && channel >= 0; row++) {
            double value = value(row, channel);
            if (!Double.isNaN(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return low > high ? -1 : high - low;
    }

    /// {@return the plot of a joint: measured in the arm's colour, left solid and right dashed, asked for
    /// dotted}
    ///
    /// @param joint the joint
    public Plot plot(Joint joint) {
        List<PlotLine> lines = new ArrayList<>();
        ChannelTrack asked = requested == null ? sent : requested;
        if (asked != null && measured != null) {
            add(lines, asked, joint.left(), "", WellColours.LEFT_ARM.deriveColor(0, 1, 1, 0.6), PlotLine.Dash.DOTTED);
            add(lines, asked, joint.right(), "", WellColours.RIGHT_ARM.deriveColor(0, 1, 1, 0.6), PlotLine.Dash.DOTTED);
        }
        ChannelTrack main = main();
        if (main != null) {
            add(lines, main, joint.left(), joint.paired() ? "left" : "", WellColours.LEFT_ARM, PlotLine.Dash.SOLID);
            add(lines, main, joint.right(), "right", WellColours.RIGHT_ARM, PlotLine.Dash.DASHED);
        }
        return new Plot(joint.name(), unit(), decimals(), lines);
    }

    private void add(
            List<PlotLine> lines,
            ChannelTrack track,
            int channel,
            String label,
            javafx.scene.paint.Color hue,
            PlotLine.Dash dash) {
        if (channel >= 0 && channel < track.channels()) {
            float[] values = new float[track.rows()];
            for (int row = 0; row < values.length; row++) {
                values[row] = (float) value(track, row, channel);
            }
            lines.add(new PlotLine(label, new PlotDecimation(values), hue, dash));
        }
    }
}

package org.telescribe.viewer3d.playback.clip;

import java.util.List;
import org.telescribe.teleop.episode.read.FeatureValues;

/// The numbers of one feature over an episode, such as `observation.state`.
public final class ChannelTrack {
    private final String feature;
    private final List<String> channelNames;
    private final String unit;
    private final int rows;
    private final float[] values;

    /// A track of given numbers.
    ///
    /// @param feature name of the feature
    /// @param channelNames a name for each channel
    /// @param unit unit of all channels, empty when the dataset does not say
    /// @param values row after row, copied
    public ChannelTrack(String feature, List<String> channelNames, String unit, float[] values) {
        this.feature = feature;
        this.channelNames = List.copyOf(channelNames);
        this.unit = unit;
        this.values = values.clone();
        this.rows = channelNames.isEmpty() ? 0 : values.length / channelNames.size();
    }

    static ChannelTrack of(String feature, List<String> channelNames, String unit, FeatureValues numbers) {
        float[] values = new float[numbers.rows() * numbers.size()];
        for (int row = 0; row < numbers.rows(); row++) {
            for (int channel = 0; channel < numbers.size(); channel++) {
                values[row * numbers.size() + channel] = (float) numbers.at(row, channel);
            }
        }
        return new ChannelTrack(feature, channelNames, unit, values);
    }

    /// {@return name of the feature}
    public String feature() {
        return feature;
    }

    /// {@return a name for each channel, those of the dataset when it has some}
    public List<String> channelNames() {
        return channelNames;
    }

    /// {@return unit of all channels, empty when the dataset does not say}
    public String unit() {
        return unit;
    }

    /// {@return number of channels}
    public int channels() {
        return channelNames.size();
    }

    /// {@return number of rows}
    public int rows() {
        return rows;
    }

    /// {@return a number; not a number where the dataset has a gap}
    ///
    /// @param row the row within the episode, from 0
    /// @param channel which channel
    public float at(int row, int channel) {
        return values[row * channelNames.size() + channel];
    }

    /// {@return the numbers of one channel over all rows, a copy}
    ///
    /// @param channel which channel
    public float[] channel(int channel) {
        float[] column = new float[rows];
        for (int row = 0; row < rows; row++) {
            column[row] = at(row, channel);
        }
        return column;
    }
}

package org.telescribe.teleop.episode.lerobot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.telescribe.teleop.episode.model.ImageHistogram;

/// Statistics of one feature over some rows, channel by channel. Not changed once built.
public final class FeatureStatistics {
    /// The quantiles that a dataset carries, per cent.
    static final List<Integer> QUANTILES_PERCENT = List.of(1, 10, 50, 90, 99);

    private final boolean image;
    private final long count;
    private final double[] min;
    private final double[] max;
    private final double[] mean;
    private final double[] variance;
    private final double[][] quantiles;

    private FeatureStatistics(
            boolean image,
            long count,
            double[] min,
            double[] max,
            double[] mean,
            double[] variance,
            double[][] quantiles) {
        this.image = image;
        this.count = count;
        this.min = min;
        this.max = max;
        this.mean = mean;
        this.variance = variance;
        this.quantiles = quantiles;
    }

    /// {@return statistics of a feature's rows}
    ///
    /// @param channels for each channel its values over the rows, at least one; reordered
    static FeatureStatistics ofChannels(double[][] channels) {
        int size = channels.length;
        FeatureStatistics statistics = empty(false, channels[0].length, size);
        for (int channel = 0; channel < size; channel++) {
            double[] values = channels[channel];
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            double average = sum / values.length;
            double squares = 0;
            for (double value : values) {
                squares += (value - average) * (value - average);
            }
            Arrays.sort(values);
            statistics.min[channel] = values[0];
            statistics.max[channel] = values[values.length - 1];
            statistics.mean[channel] = average;
            statistics.variance[channel] = squares / values.length;
            for (int q = 0; q < QUANTILES_PERCENT.size(); q++) {
                statistics.quantiles[q][channel] = quantile(values, QUANTILES_PERCENT.get(q) / 100.0);
            }
        }
        return statistics;
    }

    private static double quantile(double[] sorted, double fraction) {
        double place = fraction * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /// {@return statistics of a camera's pictures, colours in 0..1}
    ///
    /// @param histogram the pictures' colours, at least one pixel
    static FeatureStatistics ofImages(ImageHistogram histogram) {
        long pixels = 0;
        for (int value = 0; value < ImageHistogram.VALUES; value++) {
            pixels += histogram.count(0, value);
        }
        FeatureStatistics statistics = empty(true, pixels, ImageHistogram.CHANNELS);
        for (int channel = 0; channel < ImageHistogram.CHANNELS; channel++) {
            statistics.fillImageChannel(histogram, channel);
        }
        return statistics;
    }

    private void fillImageChannel(ImageHistogram histogram, int channel) {
        double sum = 0;
        double squares = 0;
        int lowest = ImageHistogram.VALUES;
        int highest = 0;
        for (int value = 0; value < ImageHistogram.VALUES; value++) {
            long times = histogram.count(channel, value);
            double colour = value / 255.0;
            sum += times * colour;
            squares += times * colour * colour;
            if (times > 0) {
                lowest = Math.min(lowest, value);
                highest = value;
            }
        }
        min[channel] = lowest / 255.0;
        max[channel] = highest / 255.0;
        mean[channel] = sum / count;
        variance[channel] = Math.max(0, squares / count - mean[channel] * mean[channel]);
        for (int q = 0; q < QUANTILES_PERCENT.size(); q++) {
            quantiles[q][channel] = imageQuantile(histogram, channel, QUANTILES_PERCENT.get(q) / 100.0);
        }
    }

    private double imageQuantile(ImageHistogram histogram, int channel, double fraction) {
        long wanted = Math.round(fraction * (count - 1));
        long seen = 0;
        for (int value = 0; value < ImageHistogram.VALUES; value++) {
            seen += histogram.count(channel, value);
            if (seen > wanted) {
                return value / 255.0;
            }
        }
        return 1.0;
    }

    private static FeatureStatistics empty(boolean image, long count, int size) {
        return new FeatureStatistics(
                image,
                count,
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[QUANTILES_PERCENT.size()][size]);
    }

    /// {@return statistics of both together: exact but for the quantiles, which become an envelope as
    /// LeRobot's do}
    ///
    /// @param other of the same feature
    FeatureStatistics merge(FeatureStatistics other) {
        int size = min.length;
        if (other.min.length != size) {
            throw new IllegalArgumentException("%d channels and %d do not add up".formatted(size, other.min.length));
        }
        FeatureStatistics both = empty(image, count + other.count, size);
        double share = (double) other.count / both.count;
        for (int i = 0; i < size; i++) {
            double delta = other.mean[i] - mean[i];
            both.min[i] = Math.min(min[i], other.min[i]);
            both.max[i] = Math.max(max[i], other.max[i]);
            both.mean[i] = mean[i] + delta * share;
            both.variance[i] =
                    variance[i] * (1 - share) + other.variance[i] * share + delta * delta * share * (1 - share);
            for (int q = 0; q < quantiles.length; q++) {
                both.quantiles[q][i] = QUANTILES_PERCENT.get(q) <= 50
                        ? Math.min(quantiles[q][i], other.quantiles[q][i])
                        : Math.max(quantiles[q][i], other.quantiles[q][i]);
            }
        }
        return both;
    }

    /// {@return the statistics as `meta/stats.json` and the episodes' columns spell them}
    ObjectNode toJson() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("min", values(min));
        node.set("max", values(max));
        node.set("mean", values(mean));
        node.set("std", values(Arrays.stream(variance).map(Math::sqrt).toArray()));
        node.set("count", JsonNodeFactory.instance.arrayNode().add(count));
        for (int q = 0; q < quantiles.length; q++) {
            node.set("q%02d".formatted(QUANTILES_PERCENT.get(q)), values(quantiles[q]));
        }
        return node;
    }

    private ArrayNode values(double[] numbers) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (double number : numbers) {
            if (image) {
                list.addArray().addArray().add(number);
            } else {
                list.add(number);
            }
        }
        return list;
    }

    /// {@return the statistics of such JSON}
    ///
    /// @param node as [#toJson] made it
    static FeatureStatistics fromJson(JsonNode node) {
        JsonNode mins = node.path("min");
        boolean image = mins.path(0).isArray();
        double[] std = numbers(node.path("std"), image);
        double[][] quantiles = new double[QUANTILES_PERCENT.size()][];
        for (int q = 0; q < quantiles.length; q++) {
            quantiles[q] = numbers(node.path("q%02d".formatted(QUANTILES_PERCENT.get(q))), image);
            if (quantiles[q].length != std.length) {
                quantiles[q] = numbers(node.path("mean"), image); // written by a version without quantiles
            }
        }
        return new FeatureStatistics(
                image,
                node.path("count").path(0).asLong(),
                numbers(mins, image),
                numbers(node.path("max"), image),
                numbers(node.path("mean"), image),
                Arrays.stream(std).map(value -> value * value).toArray(),
                quantiles);
    }

    private static double[] numbers(JsonNode list, boolean image) {
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = image
                    ? list.path(i).path(0).path(0).asDouble()
                    : list.path(i).asDouble();
        }
        return numbers;
    }
}

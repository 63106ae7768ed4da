package org.telescribe.teleop.episode.lerobot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telescribe.teleop.episode.model.FeatureSpec;
import org.telescribe.teleop.episode.model.ImageHistogram;

class DatasetStatisticsTest {
    private static final FeatureSpec STATE = FeatureSpec.floats("state", List.of("a", "b"));

    private static EpisodeTable table(float[] first, float[] second) {
        EpisodeTable table = new EpisodeTable(first.length, List.of(STATE));
        for (int row = 0; row < first.length; row++) {
            table.column("state").set(row, new float[] {first[row], second[row]}, 0);
        }
        return table;
    }

    private static double number(DatasetStatistics statistics, String kind, int channel) {
        return statistics.toJson().path("state").path(kind).path(channel).asDouble();
    }

    @Test
    void knownNumbersGiveKnownStatistics() {
        DatasetStatistics statistics =
                table(new float[] {1, 2, 3, 4}, new float[] {-5, -5, -5, -5}).statistics();
        assertEquals(2.5, number(statistics, "mean", 0));
        assertEquals(Math.sqrt(1.25), number(statistics, "std", 0), 1e-12);
        assertEquals(1, number(statistics, "min", 0));
        assertEquals(4, number(statistics, "max", 0));
        assertEquals(2.5, number(statistics, "q50", 0));
        assertEquals(1.03, number(statistics, "q01", 0), 1e-12);
        assertEquals(4, number(statistics, "count", 0));
        assertEquals(0, number(statistics, "std", 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void mergingEpisodesGivesWhatAllRowsTogetherGive(long seed) {
        Random random = new Random(seed);
        float[] all = new float[500];
        float[] other = new float[500];
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) random.nextGaussian() * 3 + 100;
            other[i] = random.nextFloat();
        }
        DatasetStatistics whole = table(all, other).statistics();
        DatasetStatistics merged = DatasetStatistics.none();
        for (int from = 0; from < all.length; from += 125) {
            merged = merged.merge(
                    table(Arrays.copyOfRange(all, from, from + 125), Arrays.copyOfRange(other, from, from + 125))
                            .statistics());
        }
        for (String kind : List.of("min", "max", "mean", "std")) {
            assertEquals(number(whole, kind, 0), number(merged, kind, 0), 1e-9, kind);
            assertEquals(number(whole, kind, 1), number(merged, kind, 1), 1e-9, kind);
        }
        assertEquals(500, number(merged, "count", 0));
    }

    @Test
    void picturesAreShapedAndScaledAsReadersExpect() throws JsonProcessingException {
        long[] counts = new long[ImageHistogram.CHANNELS * ImageHistogram.VALUES];
        counts[255] = 10; // red full
        counts[256] = 10; // green none
        counts[512 + 51] = 10; // blue a fifth
        DatasetStatistics statistics = DatasetStatistics.none().withImages("cam", new ImageHistogram(counts));
        JsonNode mean = DatasetStatistics.parse(statistics.toBytes())
                .toJson()
                .path("cam")
                .path("mean");
        assertEquals(1.0, mean.path(0).path(0).path(0).asDouble());
        assertEquals(0.0, mean.path(1).path(0).path(0).asDouble());
        assertEquals(0.2, mean.path(2).path(0).path(0).asDouble(), 1e-12);
    }
}

package org.telescribe.policyruntime.inference.observation;

import java.util.Arrays;

/// Which samples of a line make one sample of the resized line, and how much of each: bilinear, sample
/// centres at halves; with antialiasing the triangle grows with the reduction.
final class AxisWeights {
    private final int[] first;
    private final float[][] weights;

    AxisWeights(int from, int to, boolean antialias) {
        this.first = new int[to];
        this.weights = new float[to][];
        double ratio = (double) from / to;
        double support = antialias ? Math.max(1, ratio) : 1;
        for (int out = 0; out < to; out++) {
            double centre = (out + 0.5) * ratio - 0.5;
            int low = (int) Math.floor(centre - support) + 1;
            int high = (int) Math.ceil(centre + support) - 1;
            fill(out, centre, support, Math.min(low, high), Math.max(low, high), from, antialias);
        }
    }

    private void fill(int out, double centre, double support, int low, int high, int from, boolean antialias) {
        int start = Math.clamp(low, 0, from - 1);
        int end = Math.clamp(high, 0, from - 1);
        double[] line = new double[end - start + 1];
        double sum = 0;
        for (int sample = low; sample <= high; sample++) {
            double weight = Math.max(0, 1 - Math.abs(sample - centre) / support);
            if (antialias && (sample < 0 || sample >= from)) {
                continue; // beyond the edge there is nothing; the others share its weight
            }
            line[Math.clamp(sample, 0, from - 1) - start] += weight;
            sum += weight;
        }
        first[out] = start;
        weights[out] = new float[line.length];
        for (int i = 0; i < line.length; i++) {
            weights[out][i] = (float) (line[i] / sum);
        }
    }

    int first(int out) {
        return first[out];
    }

    float[] weights(int out) {
        return weights[out];
    }

    @Override
    public String toString() {
        return Arrays.deepToString(weights);
    }
}

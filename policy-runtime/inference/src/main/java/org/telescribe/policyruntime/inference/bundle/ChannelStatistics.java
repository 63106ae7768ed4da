package org.telescribe.policyruntime.inference.bundle;

/// How one channel was made small for the graph, and what was usual when the policy was trained.
/// [InGraph] says that the graph does it by itself; that nothing is said is [Missing], which no check
/// lets pass.
public sealed interface ChannelStatistics {
    /// {@return the graph's number}
    ///
    /// @param value in the channel's unit
    double normalise(double value);

    /// {@return the number in the channel's unit}
    ///
    /// @param normalised the graph's number
    double denormalise(double normalised);

    /// {@return whether such a value was hardly seen in training; false where that is not known}
    ///
    /// @param value in the channel's unit
    boolean unusual(double value);

    /// Mean 0, deviation 1.
    ///
    /// @param mean in the channel's unit
    /// @param deviation standard deviation, in the channel's unit
    /// @param eps added to the deviation when dividing
    /// @param epsBothWays whether it is added when multiplying too
    record MeanStd(double mean, double deviation, double eps, boolean epsBothWays) implements ChannelStatistics {
        private static final double USUAL_DEVIATIONS = 5;

        @Override
        public double normalise(double value) {
            return (value - mean) / (deviation + eps);
        }

        @Override
        public double denormalise(double normalised) {
            return normalised * (epsBothWays ? deviation + eps : deviation) + mean;
        }

        @Override
        public boolean unusual(double value) {
            return Math.abs(value - mean) > USUAL_DEVIATIONS * (deviation + eps);
        }
    }

    /// Lowest and highest become -1 and 1.
    ///
    /// @param low lowest, in the channel's unit; or a low quantile
    /// @param high highest, in the channel's unit; or a high quantile
    /// @param eps added to the span; both ways
    record Span(double low, double high, double eps) implements ChannelStatistics {
        private static final double USUAL_MARGIN = 0.25;

        @Override
        public double normalise(double value) {
            return (value - low) / (high - low + eps) * 2 - 1;
        }

        @Override
        public double denormalise(double normalised) {
            return (normalised + 1) / 2 * (high - low + eps) + low;
        }

        @Override
        public boolean unusual(double value) {
            double margin = USUAL_MARGIN * (high - low) + eps;
            return value < low - margin || value > high + margin;
        }
    }

    /// The graph takes and gives the channel's own unit.
    record InGraph() implements ChannelStatistics {
        @Override
        public double normalise(double value) {
            return value;
        }

        @Override
        public double denormalise(double normalised) {
            return normalised;
        }

        @Override
        public boolean unusual(double value) {
            return false;
        }
    }

    /// Nothing is said. Never taken for "as it is".
    record Missing() implements ChannelStatistics {
        @Override
        public double normalise(double value) {
            throw new IllegalStateException("a channel without statistics cannot be normalised");
        }

        @Override
        public double denormalise(double normalised) {
            throw new IllegalStateException("a channel without statistics cannot be normalised");
        }

        @Override
        public boolean unusual(double value) {
            return true;
        }
    }
}

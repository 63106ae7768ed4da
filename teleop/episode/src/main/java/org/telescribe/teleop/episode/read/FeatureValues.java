package org.telescribe.teleop.episode.read;

/// The numbers of one feature over the rows of an episode. Not changed once read.
public final class FeatureValues {
    private final int rows;
    private final int size;
    private final Number[] numbers;

    FeatureValues(int rows, int size, Number[] numbers) {
        this.rows = rows;
        this.size = size;
        this.numbers = numbers;
    }

    /// {@return number of rows}
    public int rows() {
        return rows;
    }

    /// {@return how many numbers a row holds}
    public int size() {
        return size;
    }

    /// {@return a number}
    ///
    /// @param row the row within the episode, from 0
    /// @param channel which of its numbers
    public double at(int row, int channel) {
        return numbers[row * size + channel].doubleValue();
    }

    /// {@return an integer, exactly}
    ///
    /// @param row the row within the episode, from 0
    /// @param channel which of its numbers
    public long integerAt(int row, int channel) {
        return numbers[row * size + channel].longValue();
    }
}

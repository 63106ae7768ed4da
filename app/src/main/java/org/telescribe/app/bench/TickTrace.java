package org.telescribe.app.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.teleop.control.loop.TickLayout;
import org.telescribe.teleop.control.loop.TickLayout.Bus;
import org.telescribe.teleop.control.recorder.TickObserver;

/// Keeps the times of every tick between `begin` and `end`, for figures and for the CSV. Filled by the
/// recorder thread, read after `end`.
final class TickTrace implements TickObserver {
    private static final int COLUMNS = 13;
    private static final String HEADER = "tick,deadline_ns,woke_ns,done_ns,state,skipped,"
            + "left_leader_arrival_ns,right_leader_arrival_ns,left_follower_arrival_ns,right_follower_arrival_ns,"
            + "left_written_tick,left_written_ns,right_written_tick,right_written_ns";

    private final int capacity;
    private final long[] cells;
    private volatile boolean on;
    private volatile int size;
    private volatile @Nullable TickLayout layout;

    TickTrace(int capacity) {
        this.capacity = capacity;
        this.cells = new long[capacity * (COLUMNS + 1)];
    }

    void layout(TickLayout tickLayout) {
        layout = tickLayout;
    }

    void begin() {
        size = 0;
        on = true;
    }

    void end() {
        on = false;
    }

    @Override
    public void onTick(Lanes tick) {
        TickLayout lanes = layout;
        int row = size;
        if (!on || lanes == null || row >= capacity) {
            return;
        }
        int at = row * (COLUMNS + 1);
        cells[at] = tick.getLong(TickLayout.TICK);
        cells[at + 1] = tick.getLong(TickLayout.DEADLINE_NANOS);
        cells[at + 2] = tick.getLong(TickLayout.WOKE_NANOS);
        cells[at + 3] = tick.getLong(TickLayout.DONE_NANOS);
        cells[at + 4] = tick.getLong(TickLayout.STATE);
        cells[at + 5] = tick.getLong(TickLayout.SKIPPED);
        cells[at + 6] = tick.getLong(lanes.arrivalNanos(Bus.LEFT_LEADER));
        cells[at + 7] = tick.getLong(lanes.arrivalNanos(Bus.RIGHT_LEADER));
        cells[at + 8] = tick.getLong(lanes.arrivalNanos(Bus.LEFT_FOLLOWER));
        cells[at + 9] = tick.getLong(lanes.arrivalNanos(Bus.RIGHT_FOLLOWER));
        cells[at + 10] = tick.getLong(lanes.writtenTick(ArmSide.LEFT));
        cells[at + 11] = tick.getLong(lanes.writtenNanos(ArmSide.LEFT));
        cells[at + 12] = tick.getLong(lanes.writtenTick(ArmSide.RIGHT));
        cells[at + 13] = tick.getLong(lanes.writtenNanos(ArmSide.RIGHT));
        size = row + 1;
    }

    int size() {
        return size;
    }

    long skipped() {
        return size == 0 ? 0 : cell(size - 1, 5) - cell(0, 5);
    }

    /// {@return how many ticks were missed in stretches during which a processor stood still}
    ///
    /// @param stops when they did
    long skippedWhileStopped(List<MachineStop> stops) {
        long count = 0;
        for (int row = 1; row < size; row++) {
            long missed = cell(row, 5) - cell(row - 1, 5);
            long fromNanos = cell(row - 1, 1);
            long toNanos = cell(row, 2);
            if (missed > 0 && stops.stream().anyMatch(stop -> stop.overlaps(fromNanos, toNanos))) {
                count += missed;
            }
        }
        return count;
    }

    long beganNanos() {
        return size == 0 ? 0 : cell(0, 1);
    }

    long endedNanos() {
        return size == 0 ? 0 : cell(size - 1, 3);
    }

    double[] latenessMillis() {
        double[] values = new double[size];
        for (int i = 0; i < values.length; i++) {
            values[i] = (cell(i, 2) - cell(i, 1)) * 1e-6;
        }
        return values;
    }

    /// From the last byte of the leader's reply read to the first byte of the follower's packet
    /// written, both arms, for every command whose write was seen.
    double[] leaderToFollowerMillis() {
        double[] values = new double[2 * size];
        int count = 0;
        int leftRow = 0;
        int rightRow = 0;
        for (int i = 1; i < size; i++) {
            leftRow = rowOf(cell(i, 10), leftRow);
            if (cell(i, 10) != cell(i - 1, 10) && cell(leftRow, 0) == cell(i, 10)) {
                values[count++] = (cell(i, 11) - cell(leftRow, 6)) * 1e-6;
            }
            rightRow = rowOf(cell(i, 12), rightRow);
            if (cell(i, 12) != cell(i - 1, 12) && cell(rightRow, 0) == cell(i, 12)) {
                values[count++] = (cell(i, 13) - cell(rightRow, 7)) * 1e-6;
            }
        }
        return Arrays.copyOf(values, count);
    }

    private int rowOf(long tick, int from) {
        int row = from;
        while (row < size - 1 && cell(row, 0) < tick) {
            row++;
        }
        return row;
    }

    private long cell(int row, int column) {
        return cells[row * (COLUMNS + 1) + column];
    }

    void write(Path file) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            out.println(HEADER);
            for (int row = 0; row < size; row++) {
                StringBuilder line = new StringBuilder();
                for (int column = 0; column <= COLUMNS; column++) {
                    line.append(column == 0 ? "" : ",").append(cell(row, column));
                }
                out.println(line);
            }
        }
    }
}

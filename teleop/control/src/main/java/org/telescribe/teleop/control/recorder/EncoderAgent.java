package org.telescribe.teleop.control.recorder;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.handover.SpscQueue;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.video.CameraEncoder;
import org.telescribe.teleop.episode.video.EncodedPacket;

/// Encodes one camera while recording: exactly one picture for every row of the grid. Between two
/// episodes it keeps the newest frame and opens the next encoder ahead, so that an episode starts at
/// once.
final class EncoderAgent implements Agent {
    private static final long IDLE_NANOS = 4_000_000L;
    private static final long BUSY_NANOS = 3_000_000L;
    private static final long ROW_PATIENCE_NANOS = 55_000_000L;
    private static final int NICENESS = 10;

    private final int cameraIndex;
    private final String cameraName;
    private final SpscQueue<PooledFrame> frames;

    /// Every message matters; full only when the disk stalls for seconds.
    private final SpscQueue<EncoderMessage> toRecorder;

    private final Supplier<RecordingWindow> window;
    private final Supplier<CameraEncoder> opener;
    private final ThreadScheduling scheduling;
    private final FramePicker picker = new FramePicker();
    private final ArrayDeque<EncoderMessage> outbox = new ArrayDeque<>();
    private final ArrayDeque<Source> sources = new ArrayDeque<>();
    private @Nullable CameraEncoder encoder;
    private volatile @Nullable ByteBuffer preparedHeader;
    private long episode;
    private boolean recording;
    private boolean refused;
    private long nextRow;
    private long repeated;
    private long droppedBefore;

    /// Which picture went into the encoder for a row.
    private record Source(long captureNanos, long sequence, boolean repeated) {}

    EncoderAgent(
            int cameraIndex,
            String cameraName,
            SpscQueue<PooledFrame> frames,
            SpscQueue<EncoderMessage> toRecorder,
            Supplier<RecordingWindow> window,
            Supplier<CameraEncoder> opener,
            ThreadScheduling scheduling) {
        this.cameraIndex = cameraIndex;
        this.cameraName = cameraName;
        this.frames = frames;
        this.toRecorder = toRecorder;
        this.window = window;
        this.opener = opener;
        this.scheduling = scheduling;
    }

    @Override
    public String roleName() {
        return "encode " + cameraName;
    }

    @Override
    public void onStart() {
        scheduling.background(NICENESS);
    }

    @Override
    public long doWork(long nowNanos) {
        takeFrames();
        flushOutbox();
        RecordingWindow current = window.get();
        if (!recording && current.episode() > episode) {
            begin(current);
        }
        if (!recording) {
            picker.keepNewestOnly();
            prepareAhead();
            return nowNanos + IDLE_NANOS;
        }
        try {
            boolean busy = encodeNext(current, nowNanos);
            return busy ? nowNanos : nowNanos + BUSY_NANOS;
        } catch (DatasetException failure) {
            outbox.add(new EncoderMessage.Failed(episode, String.valueOf(failure.getMessage())));
            end();
            return nowNanos;
        }
    }

    private void takeFrames() {
        PooledFrame frame = frames.poll();
        while (frame != null) {
            picker.add(frame);
            frame = frames.poll();
        }
    }

    /// An encoder that cannot be opened is said once; nothing is recorded then.
    private void prepareAhead() {
        if (refused) {
            return;
        }
        try {
            prepare();
        } catch (DatasetException failure) {
            refused = true;
            outbox.add(new EncoderMessage.Failed(episode, String.valueOf(failure.getMessage())));
        }
    }

    private CameraEncoder prepare() {
        CameraEncoder open = encoder;
        if (open == null) {
            open = opener.get();
            encoder = open;
            preparedHeader = open.codecHeader();
        }
        return open;
    }

    /// {@return the header of the encoder that waits for the next episode; null while there is none}
    @Nullable
    ByteBuffer preparedHeader() {
        return preparedHeader;
    }

    private void begin(RecordingWindow current) {
        episode = current.episode();
        nextRow = 0;
        repeated = 0;
        droppedBefore = picker.dropped();
        recording = !current.abandoned();
    }

    /// {@return whether there may be more to do at once}
    private boolean encodeNext(RecordingWindow current, long nowNanos) {
        if (current.abandoned() || current.episode() != episode) {
            end();
            return false;
        }
        if (nextRow >= current.endRow()) {
            finish(current);
            return false;
        }
        FramePicker.Pick pick = pick(current.grid(), nowNanos);
        if (pick == null) {
            return false;
        }
        CameraEncoder open = prepare();
        PooledFrame frame = pick.frame();
        repeated += pick.repeated() ? 1 : 0;
        sources.add(new Source(frame.captureNanos(), frame.sequence(), pick.repeated()));
        say(open.encode(frame.pixels(), nextRow));
        nextRow++;
        flushOutbox();
        return true;
    }

    private FramePicker.@Nullable Pick pick(RowGrid grid, long nowNanos) {
        long rowNanos = grid.rowNanos(nextRow);
        return nextRow == 0
                ? picker.pickFirst(rowNanos, grid.periodNanos(), nowNanos, ROW_PATIENCE_NANOS)
                : picker.pick(rowNanos, grid.periodNanos(), nowNanos, ROW_PATIENCE_NANOS);
    }

    private void say(List<EncodedPacket> packets) {
        for (EncodedPacket packet : packets) {
            Source source = sources.remove();
            outbox.add(new EncoderMessage.Packet(
                    episode, packet.of(cameraIndex, source.captureNanos(), source.sequence(), source.repeated())));
        }
    }

    private void finish(RecordingWindow current) {
        CameraEncoder open = prepare();
        if (nextRow > 0) {
            say(open.drain());
        }
        outbox.add(new EncoderMessage.Finished(episode, current.endRow(), repeated, picker.dropped() - droppedBefore));
        end();
    }

    private void end() {
        recording = false;
        sources.clear();
        preparedHeader = null;
        CameraEncoder open = encoder;
        encoder = null;
        if (open != null) {
            open.close();
        }
        flushOutbox();
    }

    private void flushOutbox() {
        EncoderMessage first = outbox.peek();
        while (first != null && toRecorder.offer(first)) {
            outbox.remove();
            first = outbox.peek();
        }
    }

    @Override
    public void onClose() {
        picker.close();
        PooledFrame frame = frames.poll();
        while (frame != null) {
            frame.release();
            frame = frames.poll();
        }
        if (encoder != null) {
            encoder.close();
        }
    }
}

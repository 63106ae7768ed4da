package org.telescribe.teleop.episode.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.durable.DurableOutput;
import org.telescribe.teleop.episode.journal.JournalFormat.Kind;
import org.telescribe.teleop.episode.model.EpisodeEnd;
import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.EpisodeMark;
import org.telescribe.teleop.episode.model.EpisodeRow;
import org.telescribe.teleop.episode.model.EpisodeSchema;
import org.telescribe.teleop.episode.model.EpisodeStart;
import org.telescribe.teleop.episode.model.ImageHistogram;
import org.telescribe.teleop.episode.model.VideoPacket;

/// Writes one journal. Records gather in memory until the owner forces them, every 100 ms. Recorder
/// thread only.
public final class JournalWriter implements Closeable {
    /// How the names of journals end.
    public static final String SUFFIX = ".journal";

    private static final int SPILL_BYTES = 1 << 20;

    private final DurableOutput output;
    private final long startNanos;
    private ByteBuffer pending = buffer(2 * SPILL_BYTES);
    private int sequence;
    private boolean unforced;

    private JournalWriter(DurableOutput output, long startNanos) {
        this.output = output;
        this.startNanos = startNanos;
    }

    /// Starts a journal and makes its beginning safe: schema, who records, the encoders' headers.
    ///
    /// @param files where to write
    /// @param directory where journals lie; the file is called after the episode
    /// @param schema what each row has
    /// @param start who records what
    /// @param codecHeaders one for each camera of the schema, in its order; may be empty
    /// @return the open journal
    /// @throws IOException when the disk refuses
    public static JournalWriter create(
            DurableFiles files, Path directory, EpisodeSchema schema, EpisodeStart start, List<ByteBuffer> codecHeaders)
            throws IOException {
        if (codecHeaders.size() != schema.cameras().size()) {
            throw new IllegalArgumentException("%d codec headers for %d cameras"
                    .formatted(codecHeaders.size(), schema.cameras().size()));
        }
        JournalWriter writer = new JournalWriter(files.create(fileOf(directory, start.id())), start.startNanos());
        writer.pending.put(JournalFormat.fileHeader());
        writer.put(Kind.HEADER, start.startNanos(), text(JournalJson.header(schema, start)));
        for (int camera = 0; camera < codecHeaders.size(); camera++) {
            ByteBuffer header = codecHeaders.get(camera).duplicate();
            ByteBuffer payload = buffer(2 + header.remaining());
            payload.putShort((short) camera).put(header).flip();
            writer.put(Kind.CODEC, start.startNanos(), payload);
        }
        writer.force();
        files.forceDirectory(directory);
        return writer;
    }

    /// {@return the journal of an episode}
    ///
    /// @param directory where journals lie
    /// @param id the episode
    public static Path fileOf(Path directory, EpisodeId id) {
        return directory.resolve(id + SUFFIX);
    }

    /// Adds a row.
    ///
    /// @param row complete
    /// @throws IOException when the disk refuses
    public void append(EpisodeRow row) throws IOException {
        float[] floats = row.allFloats();
        long[] longs = row.allLongs();
        ByteBuffer payload = buffer(8 + 4 * floats.length + 8 * longs.length);
        payload.putLong(row.rowIndex());
        for (float value : floats) {
            payload.putFloat(value);
        }
        for (long value : longs) {
            payload.putLong(value);
        }
        put(Kind.ROW, row.gridNanos(), payload.flip());
    }

    /// Adds an encoded picture, and the histogram that comes with it.
    ///
    /// @param packet the picture
    /// @throws IOException when the disk refuses
    public void append(VideoPacket packet) throws IOException {
        ByteBuffer data = packet.data();
        ByteBuffer payload = buffer(2 + 8 + 8 + 1 + data.remaining());
        payload.putShort((short) packet.cameraIndex())
                .putLong(packet.rowIndex())
                .putLong(packet.sequence());
        payload.put((byte) ((packet.repeated() ? 1 : 0) | (packet.keyframe() ? 2 : 0)));
        put(Kind.PACKET, packet.captureNanos(), payload.put(data).flip());
        ImageHistogram histogram = packet.histogram();
        if (histogram != null) {
            byte[] counts = histogram.toBytes();
            ByteBuffer record = buffer(2 + counts.length).putShort((short) packet.cameraIndex());
            put(Kind.HISTOGRAM, packet.captureNanos(), record.put(counts).flip());
        }
    }

    /// Adds a moment that the operator marked.
    ///
    /// @param mark the mark
    /// @throws IOException when the disk refuses
    public void append(EpisodeMark mark) throws IOException {
        ByteBuffer payload = buffer(1).put(mark.kind().code()).flip();
        put(Kind.MARK, startNanos + mark.sinceStartNanos(), payload);
    }

    /// Adds the result that the operator said.
    ///
    /// @param success whether the task was done
    /// @param nowNanos session clock, nanoseconds
    /// @throws IOException when the disk refuses
    public void appendResult(boolean success, long nowNanos) throws IOException {
        ByteBuffer payload = buffer(1).put(success ? JournalFormat.SUCCESS : JournalFormat.FAILURE);
        put(Kind.RESULT, nowNanos, payload.flip());
    }

    /// Adds what is known at the end.
    ///
    /// @param end the end
    /// @throws IOException when the disk refuses
    public void append(EpisodeEnd end) throws IOException {
        put(Kind.END, end.endNanos(), text(JournalJson.end(end)));
    }

    private void put(Kind kind, long nanos, ByteBuffer payload) throws IOException {
        int bytes = JournalFormat.RECORD_HEADER_BYTES + payload.remaining() + JournalFormat.RECORD_TRAILER_BYTES;
        if (pending.remaining() < bytes) {
            spill();
        }
        if (pending.capacity() < bytes) {
            pending = buffer(bytes);
        }
        JournalFormat.put(pending, kind, sequence++, nanos, payload);
        unforced = true;
        if (pending.position() >= SPILL_BYTES) {
            spill();
        }
    }

    private void spill() throws IOException {
        pending.flip();
        try {
            output.write(pending);
        } finally {
            pending.clear();
        }
    }

    /// Hands everything added so far to the system, which survives the end of this process but not
    /// power loss.
    ///
    /// @throws IOException when the disk refuses
    public void handOver() throws IOException {
        if (pending.position() > 0) {
            spill();
        }
    }

    /// Makes everything added so far safe.
    ///
    /// @throws IOException when the disk refuses
    public void force() throws IOException {
        if (unforced) {
            spill();
            output.force();
            unforced = false;
        }
    }

    /// Closes the file. What was not forced may be lost.
    @Override
    public void close() throws IOException {
        output.close();
    }

    private static ByteBuffer text(String json) {
        return ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

package org.telescribe.policyruntime.rollouts.study;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.telescribe.policyruntime.inference.bundle.ChannelUnit;
import org.telescribe.policyruntime.inference.session.PolicyInsight;
import org.telescribe.policyruntime.inference.session.SeenPicture;
import org.telescribe.policyruntime.inference.session.SeenState;

/// What a policy saw and said in one rollout, chunk by chunk, in a file beside the study's. The format is
/// docs/formats/rollouts-v1.md.
public final class SeenFile {
    private static final int VERSION = 1;
    private static final int MOST_CHUNKS = 100_000;
    private static final int MOST_NUMBERS = 1_000_000;
    private static final int MOST_PICTURE_BYTES = 64 << 20;

    private final Path file;

    /// The file of one rollout, whether it is there or not.
    ///
    /// @param folder folder of the study
    /// @param trial place of the rollout in the study
    public SeenFile(Path folder, int trial) {
        this.file = folder.resolve("seen").resolve("trial-%05d.bin.gz".formatted(trial));
    }

    /// {@return whether it is there}
    public boolean exists() {
        return Files.isRegularFile(file);
    }

    /// Writes it.
    ///
    /// @param chunks every chunk of the rollout
    /// @throws StudyUnreadable when the disk refuses
    public void write(List<PolicyInsight> chunks) throws StudyUnreadable {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(part))))) {
                out.writeInt(VERSION);
                out.writeInt(chunks.size());
                for (PolicyInsight chunk : chunks) {
                    write(chunk, out);
                }
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            throw new StudyUnreadable(
                    "%s cannot be written (%s). The rollouts are safe. Free space or choose another folder."
                            .formatted(file, refused.getMessage()),
                    refused);
        }
    }

    private static void write(PolicyInsight chunk, DataOutputStream out) throws IOException {
        out.writeLong(chunk.observationTick());
        out.writeLong(chunk.observationNanos());
        out.writeLong(chunk.computeNanos());
        out.writeUTF(chunk.instruction());
        out.writeInt(chunk.tokens().size());
        for (long token : chunk.tokens()) {
            out.writeLong(token);
        }
        out.writeInt(chunk.pictures().size());
        for (SeenPicture picture : chunk.pictures()) {
            out.writeUTF(picture.role());
            out.writeInt(picture.widthPx());
            out.writeInt(picture.heightPx());
            out.writeLong(picture.captureNanos());
            out.write(picture.rgb());
        }
        out.writeInt(chunk.state().size());
        for (SeenState state : chunk.state()) {
            out.writeUTF(state.channel());
            out.writeUTF(state.unit().name());
            out.writeDouble(state.value());
            out.writeFloat(state.normalised());
            out.writeBoolean(state.outOfRange());
        }
        out.writeInt(chunk.finalActions().size());
        out.writeInt(
                chunk.finalActions().isEmpty()
                        ? 0
                        : chunk.finalActions().getFirst().size());
        for (int action = 0; action < chunk.finalActions().size(); action++) {
            for (int i = 0; i < chunk.finalActions().get(action).size(); i++) {
                out.writeFloat(chunk.rawActions().get(action).get(i));
                out.writeDouble(chunk.finalActions().get(action).get(i));
            }
        }
    }

    /// Reads it.
    ///
    /// @return every chunk of the rollout
    /// @throws StudyUnreadable when it cannot be read
    public List<PolicyInsight> read() throws StudyUnreadable {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))))) {
            int version = in.readInt();
            if (version != VERSION) {
                throw new IOException("version %d; this program reads version %d".formatted(version, VERSION));
            }
            int count = sane(in.readInt(), MOST_CHUNKS, "chunks");
            List<PolicyInsight> chunks = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                chunks.add(chunk(in));
            }
            return chunks;
        } catch (IOException | IllegalArgumentException bad) {
            throw new StudyUnreadable(
                    "%s cannot be read (%s). The rollout itself still plays.".formatted(file, bad.getMessage()), bad);
        }
    }

    private static int sane(int count, int most, String what) throws IOException {
        if (count < 0 || count > most) {
            throw new IOException("%d %s".formatted(count, what));
        }
        return count;
    }

    private static PolicyInsight chunk(DataInputStream in) throws IOException {
        long tick = in.readLong();
        long stateNanos = in.readLong();
        long computeNanos = in.readLong();
        String instruction = in.readUTF();
        List<Long> tokens = new ArrayList<>();
        int tokenCount = sane(in.readInt(), MOST_NUMBERS, "tokens");
        for (int i = 0; i < tokenCount; i++) {
            tokens.add(in.readLong());
        }
        List<SeenPicture> pictures = new ArrayList<>();
        int pictureCount = sane(in.readInt(), MOST_NUMBERS, "pictures");
        for (int i = 0; i < pictureCount; i++) {
            String role = in.readUTF();
            int width = sane(in.readInt(), MOST_NUMBERS, "columns");
            int height = sane(in.readInt(), MOST_NUMBERS, "rows");
            long nanos = in.readLong();
            long bytes = 3L * width * height;
            byte[] rgb = new byte[sane((int) Math.min(Integer.MAX_VALUE, bytes), MOST_PICTURE_BYTES, "bytes")];
            in.readFully(rgb);
            pictures.add(new SeenPicture(role, width, height, nanos, rgb));
        }
        List<SeenState> state = new ArrayList<>();
        int channels = sane(in.readInt(), MOST_NUMBERS, "channels");
        for (int i = 0; i < channels; i++) {
            state.add(new SeenState(
                    in.readUTF(),
                    ChannelUnit.valueOf(in.readUTF()),
                    in.readDouble(),
                    in.readFloat(),
                    in.readBoolean()));
        }
        int actions = sane(in.readInt(), MOST_NUMBERS, "actions");
        int width = sane(in.readInt(), MOST_NUMBERS, "numbers");
        List<List<Float>> raw = new ArrayList<>();
        List<List<Double>> finals = new ArrayList<>();
        for (int action = 0; action < actions; action++) {
            List<Float> rawRow = new ArrayList<>();
            List<Double> finalRow = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                rawRow.add(in.readFloat());
                finalRow.add(in.readDouble());
            }
            raw.add(rawRow);
            finals.add(finalRow);
        }
        return new PolicyInsight(0, tick, stateNanos, computeNanos, instruction, tokens, pictures, state, raw, finals);
    }
}

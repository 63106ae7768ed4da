package org.telescribe.teleop.episode.powercut;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.durable.DurableInput;
import org.telescribe.teleop.episode.durable.DurableOutput;

/// A disk in memory that works as a program sees it, and keeps a trace from which [PowerCut] rebuilds
/// what would have survived. Directories exist by themselves: the program forces their parents when it
/// makes them.
final class MemoryDisk implements DurableFiles {
    private final Map<Path, Content> files = new LinkedHashMap<>();
    private final Map<Path, byte[]> atStart;
    private final List<DiskOperation> trace = new ArrayList<>();

    /// A growing array of bytes.
    static final class Content {
        private byte[] bytes = new byte[0];
        private int size;

        void write(long offset, ByteBuffer from) {
            int end = Math.toIntExact(offset) + from.remaining();
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
            }
            int length = from.remaining();
            from.duplicate().get(bytes, (int) offset, length);
            size = Math.max(size, end);
        }

        void truncate(long newSize) {
            int cut = Math.toIntExact(newSize);
            Arrays.fill(bytes, Math.min(cut, size), size, (byte) 0);
            size = Math.min(size, cut);
        }

        byte[] toBytes() {
            return Arrays.copyOf(bytes, size);
        }
    }

    /// A disk with some files, all safe.
    MemoryDisk(Map<Path, byte[]> atStart) {
        this.atStart = Map.copyOf(atStart);
        atStart.forEach((file, bytes) -> {
            Content content = new Content();
            content.write(0, ByteBuffer.wrap(bytes));
            files.put(file, content);
        });
    }

    Map<Path, byte[]> atStart() {
        return atStart;
    }

    List<DiskOperation> trace() {
        return List.copyOf(trace);
    }

    void tell(Promise promise) {
        trace.add(new DiskOperation.Told(promise));
    }

    private Content content(Path file) throws NoSuchFileException {
        Content content = files.get(file);
        if (content == null) {
            throw new NoSuchFileException(file.toString());
        }
        return content;
    }

    @Override
    public DurableOutput create(Path file) throws IOException {
        if (files.containsKey(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        files.put(file, new Content());
        trace.add(new DiskOperation.Create(file));
        return new Output(file);
    }

    @Override
    public DurableOutput append(Path file) throws IOException {
        content(file);
        return new Output(file);
    }

    @Override
    public DurableInput open(Path file) throws IOException {
        byte[] bytes = content(file).toBytes();
        return new Input(bytes);
    }

    @Override
    public void adopt(Path file) {
        throw new UnsupportedOperationException("no library writes to a disk in memory: " + file);
    }

    @Override
    public void makeDirectories(Path directory) {
        // they exist by themselves
    }

    @Override
    public void forceDirectory(Path directory) {
        trace.add(new DiskOperation.ForceDirectory(directory));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Content content = content(from);
        files.remove(from);
        files.put(to, content);
        trace.add(new DiskOperation.Rename(from, to));
    }

    @Override
    public void delete(Path file) throws IOException {
        content(file);
        files.remove(file);
        trace.add(new DiskOperation.Delete(file));
    }

    @Override
    public void truncate(Path file, long bytes) throws IOException {
        content(file).truncate(bytes);
        trace.add(new DiskOperation.Truncate(file, bytes));
        trace.add(new DiskOperation.Force(file));
    }

    @Override
    public boolean exists(Path file) {
        return files.containsKey(file);
    }

    @Override
    public long sizeBytes(Path file) throws IOException {
        return content(file).size;
    }

    @Override
    public List<Path> list(Path directory) {
        TreeSet<Path> entries = new TreeSet<>();
        for (Path file : files.keySet()) {
            if (file.startsWith(directory) && !file.equals(directory)) {
                entries.add(directory.resolve(file.getName(directory.getNameCount())));
            }
        }
        return List.copyOf(entries);
    }

    /// {@return all files with what they hold}
    Map<Path, byte[]> snapshot() {
        Map<Path, byte[]> snapshot = new LinkedHashMap<>();
        files.forEach((file, content) -> snapshot.put(file, content.toBytes()));
        return snapshot;
    }

    /// Files are found by the object, not the name, once they are open.
    private final class Output implements DurableOutput {
        private final Path file;

        Output(Path file) {
            this.file = file;
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            Content content = content(file);
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            trace.add(new DiskOperation.Write(file, content.size, ByteBuffer.wrap(copy)));
            content.write(content.size, ByteBuffer.wrap(copy));
        }

        @Override
        public void force() {
            trace.add(new DiskOperation.Force(file));
        }

        @Override
        public void close() {
            // nothing is forced by closing
        }
    }

    private record Input(ByteBuffer bytes) implements DurableInput {
        Input(byte[] bytes) {
            this(ByteBuffer.wrap(bytes));
        }

        @Override
        public long sizeBytes() {
            return bytes.capacity();
        }

        @Override
        public int read(long offset, ByteBuffer into) {
            if (offset >= bytes.capacity()) {
                return -1;
            }
            int count = (int) Math.min(into.remaining(), bytes.capacity() - offset);
            into.put(into.position(), bytes, (int) offset, count);
            into.position(into.position() + count);
            return count;
        }

        @Override
        public void close() {
            // nothing to give back
        }
    }
}

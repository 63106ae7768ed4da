package org.telescribe.teleop.episode.durable;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/// The machine's own file system. Any thread. An interrupt of the thread, which ends a loop, never ends
/// a write: channels would close themselves, so files are written without them.
public final class NioDurableFiles implements DurableFiles {
    private static final boolean DIRECTORIES_CAN_BE_FORCED =
            !System.getProperty("os.name", "").startsWith("Windows");

    private static final int READ_BYTES = 1 << 20;

    /// Writes to the machine's own disks.
    public NioDurableFiles() {}

    @Override
    public DurableOutput create(Path file) throws IOException {
        Files.createFile(file);
        return new PlainOutput(new RandomAccessFile(file.toFile(), "rw"));
    }

    @Override
    public DurableOutput append(Path file) throws IOException {
        requireFile(file);
        RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw");
        open.seek(open.length());
        return new PlainOutput(open);
    }

    @Override
    public DurableInput open(Path file) throws IOException {
        requireFile(file);
        RandomAccessFile open = new RandomAccessFile(file.toFile(), "r");
        return new PlainInput(open, open.length());
    }

    @Override
    public void adopt(Path file) throws IOException {
        requireFile(file);
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.getFD().sync();
        }
    }

    private static void requireFile(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
    }

    @Override
    public void makeDirectories(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.toAbsolutePath().getParent();
        if (parent != null) {
            makeDirectories(parent);
        }
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException raced) {
            if (!Files.isDirectory(directory)) {
                throw raced;
            }
        }
        if (parent != null) {
            forceDirectory(parent);
        }
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        if (!DIRECTORIES_CAN_BE_FORCED) {
            return; // such systems keep their names safe by themselves
        }
        boolean interrupted = Thread.interrupted();
        while (!forcedWithoutInterrupt(directory)) {
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean forcedWithoutInterrupt(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException again) {
            return false;
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.delete(file);
    }

    @Override
    public void truncate(Path file, long bytes) throws IOException {
        requireFile(file);
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(bytes);
            open.getFD().sync();
        }
    }

    @Override
    public boolean exists(Path file) {
        return Files.exists(file);
    }

    @Override
    public long sizeBytes(Path file) throws IOException {
        return Files.size(file);
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        }
    }

    private record PlainOutput(RandomAccessFile file) implements DurableOutput {
        @Override
        public void write(ByteBuffer bytes) throws IOException {
            if (bytes.hasArray()) {
                file.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
                bytes.position(bytes.limit());
            } else {
                byte[] copy = new byte[bytes.remaining()];
                bytes.get(copy);
                file.write(copy);
            }
        }

        @Override
        public void force() throws IOException {
            file.getFD().sync();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private record PlainInput(RandomAccessFile file, long sizeBytes) implements DurableInput {
        @Override
        public int read(long offset, ByteBuffer into) throws IOException {
            byte[] bytes = new byte[Math.min(into.remaining(), READ_BYTES)];
            file.seek(offset);
            int count = file.read(bytes);
            if (count > 0) {
                into.put(bytes, 0, count);
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}

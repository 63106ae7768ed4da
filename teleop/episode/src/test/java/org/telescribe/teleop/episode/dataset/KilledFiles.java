package org.telescribe.teleop.episode.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.durable.DurableInput;
import org.telescribe.teleop.episode.durable.DurableOutput;
import org.telescribe.teleop.episode.durable.NioDurableFiles;

/// The real disk, until it has been asked for a number of changes: from then on every change fails, as
/// it does on a full disk, or as if the process were gone.
final class KilledFiles implements DurableFiles {
    private final NioDurableFiles files = new NioDurableFiles();
    private int left;

    KilledFiles(int changes) {
        this.left = changes;
    }

    /// From now on so many changes succeed.
    void allow(int changes) {
        left = changes;
    }

    int left() {
        return left;
    }

    private void change() throws IOException {
        left--;
        if (left < 0) {
            throw new IOException("No space left on device");
        }
    }

    private final class Output implements DurableOutput {
        private final DurableOutput output;

        Output(DurableOutput output) {
            this.output = output;
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            change();
            output.write(bytes);
        }

        @Override
        public void force() throws IOException {
            change();
            output.force();
        }

        @Override
        public void close() throws IOException {
            output.close();
        }
    }

    @Override
    public DurableOutput create(Path file) throws IOException {
        change();
        return new Output(files.create(file));
    }

    @Override
    public DurableOutput append(Path file) throws IOException {
        return new Output(files.append(file));
    }

    @Override
    public DurableInput open(Path file) throws IOException {
        return files.open(file);
    }

    @Override
    public void adopt(Path file) throws IOException {
        change();
        files.adopt(file);
    }

    @Override
    public void makeDirectories(Path directory) throws IOException {
        files.makeDirectories(directory);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        change();
        files.forceDirectory(directory);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        change();
        files.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        change();
        files.delete(file);
    }

    @Override
    public void truncate(Path file, long bytes) throws IOException {
        change();
        files.truncate(file, bytes);
    }

    @Override
    public boolean exists(Path file) {
        return files.exists(file);
    }

    @Override
    public long sizeBytes(Path file) throws IOException {
        return files.sizeBytes(file);
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        return files.list(directory);
    }
}

package org.telescribe.teleop.episode.durable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/// Writing that survives power loss, as a file system really gives it: what was written is safe only
/// after a force of the file, a name only after a force of its directory. All durable writes of the
/// program go through here, so that a test can keep a trace of them and replay power loss at any point.
public interface DurableFiles {
    /// {@return a new file, open for writing}
    ///
    /// @param file a name that does not exist yet, in an existing directory
    /// @throws IOException when the name exists or the disk refuses
    DurableOutput create(Path file) throws IOException;

    /// {@return an existing file, open for writing at its end}
    ///
    /// @param file the file
    /// @throws IOException when the file is not there or the disk refuses
    DurableOutput append(Path file) throws IOException;

    /// {@return an existing file, open for reading}
    ///
    /// @param file the file
    /// @throws IOException when the file is not there or the disk refuses
    DurableInput open(Path file) throws IOException;

    /// Takes in a file that a library wrote under its own hand at that name: forces its bytes.
    ///
    /// @param file the file
    /// @throws IOException when the file is not there or the disk refuses
    void adopt(Path file) throws IOException;

    /// Makes a directory and those above it where they are missing, and forces the parents of each new
    /// one.
    ///
    /// @param directory the directory
    /// @throws IOException when the disk refuses
    void makeDirectories(Path directory) throws IOException;

    /// Makes all changes of names in a directory safe.
    ///
    /// @param directory the directory
    /// @throws IOException when the disk refuses
    void forceDirectory(Path directory) throws IOException;

    /// Renames a file; a file of the new name is replaced at once, never half.
    ///
    /// @param from present name
    /// @param to new name
    /// @throws IOException when the file is not there or the disk refuses
    void rename(Path from, Path to) throws IOException;

    /// Deletes a file.
    ///
    /// @param file the file
    /// @throws IOException when the file is not there or the disk refuses
    void delete(Path file) throws IOException;

    /// Cuts a file to a size and forces it.
    ///
    /// @param file the file
    /// @param bytes its new size, at most its present one
    /// @throws IOException when the disk refuses
    void truncate(Path file, long bytes) throws IOException;

    /// {@return whether a file or directory of that name is there}
    ///
    /// @param file the name
    boolean exists(Path file);

    /// {@return the file's size, bytes}
    ///
    /// @param file the file
    /// @throws IOException when the file is not there
    long sizeBytes(Path file) throws IOException;

    /// {@return what is in a directory, sorted by name; empty when there is no such directory}
    ///
    /// @param directory the directory
    /// @throws IOException when the disk refuses
    List<Path> list(Path directory) throws IOException;

    /// {@return all bytes of a file}
    ///
    /// @param file the file, small
    /// @throws IOException when the file is not there or the disk refuses
    default byte[] read(Path file) throws IOException {
        try (DurableInput input = open(file)) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(input.sizeBytes()));
            input.readFully(0, bytes);
            return bytes.array();
        }
    }

    /// Writes a new file, forces it and closes it. Its name is not safe until its directory is forced.
    ///
    /// @param file a name that does not exist yet
    /// @param bytes what it shall hold
    /// @throws IOException when the disk refuses
    default void write(Path file, byte[] bytes) throws IOException {
        try (DurableOutput output = create(file)) {
            output.write(ByteBuffer.wrap(bytes));
            output.force();
        }
    }
}

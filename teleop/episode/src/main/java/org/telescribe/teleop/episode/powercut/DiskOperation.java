package org.telescribe.teleop.episode.powercut;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/// One step of what a program asked of its disk, in order.
sealed interface DiskOperation {
    /// A new, empty file.
    record Create(Path file) implements DiskOperation {}

    /// Bytes at a place of a file.
    record Write(Path file, long offset, ByteBuffer bytes) implements DiskOperation {}

    /// A file becomes shorter.
    record Truncate(Path file, long bytes) implements DiskOperation {}

    /// Everything written to a file is safe.
    record Force(Path file) implements DiskOperation {}

    /// All names in a directory are safe.
    record ForceDirectory(Path directory) implements DiskOperation {}

    /// A file gets another name.
    record Rename(Path from, Path to) implements DiskOperation {}

    /// A name goes away.
    record Delete(Path file) implements DiskOperation {}

    /// Not a step of the disk: the program told somebody something at this point.
    record Told(Promise promise) implements DiskOperation {}
}

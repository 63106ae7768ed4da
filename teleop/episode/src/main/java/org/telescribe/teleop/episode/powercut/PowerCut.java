package org.telescribe.teleop.episode.powercut;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rebuilds a disk as losing power after some operations may leave it. What was forced is there. Of
/// what was not, anything may be: writes whole, torn, or not at all, with zeros or rubbish in their
/// place; names new, old, or out of order.
final class PowerCut {
    private final Random random;
    private final Map<Path, Inode> names = new HashMap<>();
    private final Map<Path, Inode> safeNames = new HashMap<>();
    private final List<NameChange> pendingNames = new ArrayList<>();
    private final Mode mode;

    /// How unkind the disk is.
    private enum Mode {
        /// Nothing that was not forced reached it.
        NOTHING,
        /// Everything reached it.
        EVERYTHING,
        /// Names reached it, contents did not: the classic empty file under a final name.
        NAMES_ONLY,
        /// Each thing for itself.
        ANYTHING
    }

    private static final class Inode {
        private final MemoryDisk.Content safe = new MemoryDisk.Content();
        private final List<DiskOperation> pending = new ArrayList<>();
    }

    /// A change of names not yet safe; a rename between two directories needs both forced.
    private static final class NameChange {
        private final Inode inode;
        private final @Nullable Path from;
        private final @Nullable Path to;
        private final Set<Path> unforced = new HashSet<>();

        NameChange(Inode inode, @Nullable Path from, @Nullable Path to) {
            this.inode = inode;
            this.from = from;
            this.to = to;
            if (from != null && from.getParent() != null) {
                unforced.add(from.getParent());
            }
            if (to != null && to.getParent() != null) {
                unforced.add(to.getParent());
            }
        }

        void apply(Map<Path, Inode> on) {
            if (from != null && on.get(from) == inode) {
                on.remove(from);
            }
            if (to != null) {
                on.put(to, inode);
            }
        }
    }

    private PowerCut(Random random) {
        this.random = random;
        this.mode = Mode.values()[random.nextInt(Mode.values().length)];
    }

    /// {@return what is on the disk afterwards}
    ///
    /// @param atStart what was safely on it before
    /// @param operations what the program did until the cut
    /// @param random decides what survives of the unforced
    static Map<Path, byte[]> after(Map<Path, byte[]> atStart, List<DiskOperation> operations, Random random) {
        PowerCut cut = new PowerCut(random);
        atStart.forEach((file, bytes) -> {
            Inode inode = new Inode();
            inode.safe.write(0, ByteBuffer.wrap(bytes));
            cut.names.put(file, inode);
            cut.safeNames.put(file, inode);
        });
        operations.forEach(cut::apply);
        return cut.survivors();
    }

    private void apply(DiskOperation operation) {
        switch (operation) {
            case DiskOperation.Create create -> {
                Inode inode = new Inode();
                names.put(create.file(), inode);
                pendingNames.add(new NameChange(inode, null, create.file()));
            }
            case DiskOperation.Write write -> inode(write.file()).pending.add(write);
            case DiskOperation.Truncate truncate ->
                inode(truncate.file()).pending.add(truncate);
            case DiskOperation.Force force -> {
                Inode inode = inode(force.file());
                inode.pending.forEach(pending -> persist(inode.safe, pending));
                inode.pending.clear();
            }
            case DiskOperation.ForceDirectory force -> forceDirectory(force.directory());
            case DiskOperation.Rename rename -> {
                Inode inode = inode(rename.from());
                names.remove(rename.from());
                names.put(rename.to(), inode);
                pendingNames.add(new NameChange(inode, rename.from(), rename.to()));
            }
            case DiskOperation.Delete delete -> {
                Inode inode = inode(delete.file());
                names.remove(delete.file());
                pendingNames.add(new NameChange(inode, delete.file(), null));
            }
            case DiskOperation.Told told -> {}
        }
    }

    private Inode inode(Path file) {
        Inode inode = names.get(file);
        if (inode == null) {
            throw new IllegalStateException("the trace uses %s before it exists".formatted(file));
        }
        return inode;
    }

    private void forceDirectory(Path directory) {
        List<NameChange> still = new ArrayList<>();
        for (NameChange change : pendingNames) {
            change.unforced.remove(directory);
            if (change.unforced.isEmpty()) {
                change.apply(safeNames);
            } else {
                still.add(change);
            }
        }
        pendingNames.clear();
        pendingNames.addAll(still);
    }

    private static void persist(MemoryDisk.Content content, DiskOperation pending) {
        switch (pending) {
            case DiskOperation.Write write -> content.write(write.offset(), write.bytes());
            case DiskOperation.Truncate truncate -> content.truncate(truncate.bytes());
            case DiskOperation.Create create -> throw unexpected(create);
            case DiskOperation.Force force -> throw unexpected(force);
            case DiskOperation.ForceDirectory force -> throw unexpected(force);
            case DiskOperation.Rename rename -> throw unexpected(rename);
            case DiskOperation.Delete delete -> throw unexpected(delete);
            case DiskOperation.Told told -> throw unexpected(told);
        }
    }

    private static IllegalStateException unexpected(DiskOperation operation) {
        return new IllegalStateException("not a change of a file's content: " + operation);
    }

    private Map<Path, byte[]> survivors() {
        for (NameChange change : pendingNames) {
            boolean reached = switch (mode) {
                case NOTHING -> false;
                case EVERYTHING, NAMES_ONLY -> true;
                case ANYTHING -> random.nextBoolean();
            };
            if (reached) {
                change.apply(safeNames);
            }
        }
        Map<Path, byte[]> survivors = new LinkedHashMap<>();
        safeNames.forEach((file, inode) -> survivors.put(file, contentOf(inode)));
        return survivors;
    }

    private byte[] contentOf(Inode inode) {
        MemoryDisk.Content content = new MemoryDisk.Content();
        content.write(0, ByteBuffer.wrap(inode.safe.toBytes()));
        for (DiskOperation pending : inode.pending) {
            switch (mode) {
                case NOTHING, NAMES_ONLY -> {}
                case EVERYTHING -> persist(content, pending);
                case ANYTHING -> tear(content, pending);
            }
        }
        return content.toBytes();
    }

    private void tear(MemoryDisk.Content content, DiskOperation pending) {
        int fate = random.nextInt(4);
        if (fate == 0) {
            return;
        }
        if (fate == 1 || !(pending instanceof DiskOperation.Write write)) {
            persist(content, pending);
            return;
        }
        ByteBuffer bytes = write.bytes().duplicate();
        byte[] torn = new byte[bytes.remaining()];
        bytes.get(torn);
        int whole = random.nextInt(torn.length + 1);
        if (fate == 2) {
            content.write(write.offset(), ByteBuffer.wrap(torn, 0, whole));
            return;
        }
        boolean rubbish = random.nextBoolean();
        for (int i = whole; i < torn.length; i++) {
            torn[i] = rubbish ? (byte) random.nextInt() : 0;
        }
        content.write(write.offset(), ByteBuffer.wrap(torn));
    }
}

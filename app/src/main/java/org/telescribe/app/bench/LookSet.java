package org.telescribe.app.bench;

import java.nio.file.Path;
import org.telescribe.devices.core.time.SessionClock;

/// A short episode of the bench to look at, written without waiting for real time.
public final class LookSet {
    private static final int ROWS = 240;

    private final SessionClock clock;

    /// A set that is not written yet.
    ///
    /// @param clock session clock
    public LookSet(SessionClock clock) {
        this.clock = clock;
    }

    /// Writes it.
    ///
    /// @param directory the dataset's directory, which does not exist yet
    public void write(Path directory) {
        new ViewSet(clock).writeBench(directory, ROWS);
    }
}

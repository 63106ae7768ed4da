package org.telescribe.app.window;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.telescribe.devices.core.time.SessionClock;

/// The clock on the wall, for people.
final class WallTime {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private WallTime() {}

    static String of(SessionClock clock) {
        return CLOCK.format(Instant.ofEpochMilli(clock.wallMillis()).atZone(ZoneId.systemDefault()));
    }
}

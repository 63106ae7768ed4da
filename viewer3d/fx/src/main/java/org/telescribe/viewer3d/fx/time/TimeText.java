package org.telescribe.viewer3d.fx.time;

import java.util.Locale;

/// How times and numbers are written everywhere in the window.
public final class TimeText {
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final int MILLIS_PER_SECOND = 1000;
    private static final int SECONDS_PER_MINUTE = 60;

    /// The minus sign of typography, as wide as the plus.
    public static final char MINUS = '\u2212';

    /// What stands for a value that is not there.
    public static final String MISSING = "–";

    private TimeText() {}

    /// {@return minutes, seconds and milliseconds, such as `00:06.433`}
    ///
    /// @param nanos time since the episode's start, nanoseconds, not negative
    public static String stamp(long nanos) {
        long millis = nanos / NANOS_PER_MILLI;
        long seconds = millis / MILLIS_PER_SECOND;
        return String.format(
                Locale.ROOT,
                "%02d:%02d.%03d",
                seconds / SECONDS_PER_MINUTE,
                seconds % SECONDS_PER_MINUTE,
                millis % MILLIS_PER_SECOND);
    }

    /// {@return a length of time, such as `18.2 s` or `2 min 05 s`}
    ///
    /// @param seconds seconds, not negative
    public static String length(double seconds) {
        if (seconds < SECONDS_PER_MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d min %02d s", whole / SECONDS_PER_MINUTE, whole % SECONDS_PER_MINUTE);
    }

    /// {@return a number with fixed decimals and the typographic minus}
    ///
    /// @param value the number; NaN is written as missing
    /// @param decimals digits after the point
    public static String number(double value, int decimals) {
        if (Double.isNaN(value)) {
            return MISSING;
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        boolean zero = text.chars().allMatch(c -> c == '-' || c == '0' || c == '.');
        return zero ? text.replace("-", "") : text.replace('-', MINUS);
    }
}

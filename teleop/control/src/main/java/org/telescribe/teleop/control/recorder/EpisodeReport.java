package org.telescribe.teleop.control.recorder;

import java.util.List;
import org.telescribe.teleop.episode.model.EpisodeMark;

/// How one recorded episode went, for the verdict card, the demo and the benchmarks.
///
/// @param rows rows recorded
/// @param durationNanos from the first row to the end
/// @param ticks ticks of the control loop within the episode
/// @param ticksSkipped ticks that the loop missed
/// @param ticksLost ticks that the recorder's ring had no room for
/// @param latenessP50Nanos median lateness of a tick
/// @param latenessP99Nanos 99th percentile of the lateness
/// @param latenessMaxNanos greatest lateness
/// @param worstGapNanos longest time between two ticks
/// @param clippedTicks ticks at which a command was limited
/// @param trackingP99Rad 99th percentile of the distance between sent and measured positions,
///     radians
/// @param stillStartNanos time at the start without motion
/// @param stillEndNanos time at the end without motion
/// @param cameras what each camera gave
/// @param marks moments that the operator marked, in order
/// @param stopReason why it ended when it was not the operator; empty otherwise
public record EpisodeReport(
        long rows,
        long durationNanos,
        long ticks,
        long ticksSkipped,
        long ticksLost,
        long latenessP50Nanos,
        long latenessP99Nanos,
        long latenessMaxNanos,
        long worstGapNanos,
        long clippedTicks,
        double trackingP99Rad,
        long stillStartNanos,
        long stillEndNanos,
        List<CameraReport> cameras,
        List<EpisodeMark> marks,
        String stopReason) {
    /// Copies.
    public EpisodeReport {
        cameras = List.copyOf(cameras);
        marks = List.copyOf(marks);
    }

    /// What one camera gave to the episode.
    ///
    /// @param name the camera's name
    /// @param repeated rows that repeat the row before
    /// @param dropped frames that no row got
    public record CameraReport(String name, long repeated, long dropped) {}

    /// How good an episode is, told from its timing alone.
    public enum Grade {
        /// Nothing to look at.
        GOOD,
        /// Usable; look at the reasons.
        CHECK,
        /// Better recorded again.
        BAD
    }

    /// {@return whether more ticks were late than may be: above one in a thousand}
    ///
    /// @param skipped ticks that the loop missed
    /// @param ticks ticks in which it missed them
    public static boolean isLate(long skipped, long ticks) {
        return EpisodeGrader.share(skipped, ticks) > EpisodeGrader.LATE_SHARE;
    }

    /// {@return whether more of its ticks were late than may be}
    public boolean isLate() {
        return isLate(ticksSkipped, ticks);
    }

    /// {@return the worst grade of all reasons}
    public Grade grade() {
        return EpisodeGrader.reasons(this).stream()
                .map(Reason::grade)
                .max(Grade::compareTo)
                .orElse(Grade.GOOD);
    }

    /// {@return every quantity looked at, with its grade and words}
    public List<Reason> reasons() {
        return EpisodeGrader.reasons(this);
    }

    /// One quantity of the verdict card.
    ///
    /// @param name what it is, for people
    /// @param value its value with unit, for people
    /// @param grade how good it is
    public record Reason(String name, String value, Grade grade) {}
}

package org.telescribe.teleop.control.recorder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.telescribe.teleop.control.recorder.EpisodeReport.CameraReport;
import org.telescribe.teleop.control.recorder.EpisodeReport.Grade;
import org.telescribe.teleop.control.recorder.EpisodeReport.Reason;

/// Grades a report quantity by quantity. The thresholds are what training notices.
final class EpisodeGrader {
    /// Share of late ticks that is still said to be on time.
    static final double LATE_SHARE = 0.001;

    private EpisodeGrader() {}

    static List<Reason> reasons(EpisodeReport report) {
        List<Reason> reasons = new ArrayList<>();
        if (!report.stopReason().isEmpty()) {
            reasons.add(new Reason("Ended", report.stopReason(), Grade.CHECK));
        }
        double seconds = report.durationNanos() * 1e-9;
        reasons.add(new Reason("Length", text("%.1f s", seconds), seconds < 1 ? Grade.CHECK : Grade.GOOD));
        double latenessMs = report.latenessP99Nanos() * 1e-6;
        reasons.add(new Reason(
                "Loop p50 / p99",
                text("%.2f / %.2f ms late", report.latenessP50Nanos() * 1e-6, latenessMs),
                grade(latenessMs, 1, 5)));
        double skippedShare = share(report.ticksSkipped(), report.ticks());
        reasons.add(new Reason(
                "Skipped ticks", Long.toString(report.ticksSkipped()), grade(skippedShare, LATE_SHARE, 0.01)));
        double gapMs = report.worstGapNanos() * 1e-6;
        reasons.add(new Reason("Worst gap", text("%.1f ms", gapMs), grade(gapMs, 15, 50)));
        for (CameraReport camera : report.cameras()) {
            reasons.add(new Reason(
                    "Repeated, " + camera.name().replace('_', ' '),
                    text("%d of %d", camera.repeated(), report.rows()),
                    grade(share(camera.repeated(), report.rows()), 0.005, 0.03)));
        }
        double clippedShare = share(report.clippedTicks(), report.ticks());
        reasons.add(
                new Reason("Clipped commands", text("%.1f %%", clippedShare * 100), grade(clippedShare, 0.01, 0.2)));
        double trackingDegrees = Math.toDegrees(report.trackingP99Rad());
        reasons.add(new Reason("Tracking p99", text("%.1f°", trackingDegrees), grade(trackingDegrees, 6, 15)));
        double still = (report.stillStartNanos() + report.stillEndNanos()) * 1e-9;
        reasons.add(new Reason(
                "Still, start / end",
                text("%.1f / %.1f s", report.stillStartNanos() * 1e-9, report.stillEndNanos() * 1e-9),
                still > Math.max(3, seconds / 2) ? Grade.CHECK : Grade.GOOD));
        return reasons;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static Grade grade(double value, double check, double bad) {
        if (value > bad) {
            return Grade.BAD;
        }
        return value > check ? Grade.CHECK : Grade.GOOD;
    }
}

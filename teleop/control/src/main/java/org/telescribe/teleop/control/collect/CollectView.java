package org.telescribe.teleop.control.collect;

import org.telescribe.teleop.control.message.ControlSnapshot;
import org.telescribe.teleop.control.recorder.EpisodeReport;
import org.telescribe.teleop.control.recorder.RecorderSnapshot;

/// Everything the Collect screen shows at one moment.
///
/// @param phase where the operator is
/// @param sentence why, and what to do next
/// @param plan what is to be collected
/// @param goodEpisodes kept episodes of this run that nobody flagged
/// @param remainingNanos time left of the episode; the whole length when none is recorded
/// @param control what the control loop said
/// @param recorder what the recorder said
public record CollectView(
        CollectPhase phase,
        String sentence,
        CollectPlan plan,
        int goodEpisodes,
        long remainingNanos,
        ControlSnapshot control,
        RecorderSnapshot recorder) {
    /// {@return whether the loop missed more ticks of this run than it may}
    public boolean isLate() {
        return EpisodeReport.isLate(control.ticksSkipped(), control.tick() + 1);
    }
}

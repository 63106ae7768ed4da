package org.telescribe.viewer3d.fx.player;

import java.util.ArrayList;
import java.util.List;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.viewer3d.fx.time.TimelineTracks;
import org.telescribe.viewer3d.playback.clip.CameraClip;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;
import org.telescribe.viewer3d.playback.clip.GripperTrack;

/// The timeline's tracks of an episode.
final class TrackFacts {
    private static final float CLOSED_SHARE = 0.35f;

    private TrackFacts() {}

    static TimelineTracks of(EpisodeClip clip) {
        int rows = Math.max(1, clip.rows());
        List<TimelineTracks.GripperTrack> grippers = new ArrayList<>();
        for (ArmSide side : ArmSide.values()) {
            for (GripperTrack gripper : clip.grippers()) {
                if (gripper.side() == side) {
                    grippers.add(new TimelineTracks.GripperTrack(
                            side == ArmSide.LEFT,
                            TimelineTracks.stretches(
                                    Math.min(rows, gripper.rows()), row -> gripper.isClosed(row, CLOSED_SHARE))));
                }
            }
        }
        List<TimelineTracks.GapTrack> gaps = new ArrayList<>();
        for (int i = 0; i < clip.cameras().size(); i++) {
            CameraClip camera = clip.cameras().get(i);
            gaps.add(new TimelineTracks.GapTrack(
                    i + 1, TimelineTracks.stretches(rows, row -> camera.times().repeats(row) > 0)));
        }
        return new TimelineTracks(rows, clip.framesPerSecond(), List.of(), List.of(), grippers, gaps);
    }
}

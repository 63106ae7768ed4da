package org.telescribe.viewer3d.fx.player;

import java.util.ArrayList;
import java.util.List;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.teleop.episode.model.EpisodeMark;
import org.telescribe.teleop.episode.read.RecordedFacts;
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
        return new TimelineTracks(rows, clip.framesPerSecond(), List.of(), marks(clip), grippers, gaps);
    }

    /// What the operator marked while recording; steps are numbered.
    private static List<TimelineTracks.Mark> marks(EpisodeClip clip) {
        RecordedFacts facts = clip.facts();
        if (facts == null) {
            return List.of();
        }
        List<TimelineTracks.Mark> marks = new ArrayList<>();
        int steps = 0;
        for (EpisodeMark mark : facts.marks()) {
            int row = clip.rowAt(mark.sinceStartNanos());
            marks.add(
                    switch (mark.kind()) {
                        case STEP ->
                            new TimelineTracks.Mark(row, Integer.toString(++steps), TimelineTracks.MarkShape.STEP);
                        case LOOK -> new TimelineTracks.Mark(row, "", TimelineTracks.MarkShape.LOOK);
                    });
        }
        return marks;
    }
}

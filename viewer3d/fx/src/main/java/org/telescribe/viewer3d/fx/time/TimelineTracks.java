package org.telescribe.viewer3d.fx.time;

import java.util.List;

/// What the timeline shows of an episode.
///
/// @param rows number of rows, at least one
/// @param framesPerSecond rows a second
/// @param steps named stretches of the task, in order
/// @param marks single moments
/// @param grippers one track for each gripper, left first
/// @param gaps for each camera the rows that repeat the row before
public record TimelineTracks(
        int rows,
        double framesPerSecond,
        List<Step> steps,
        List<Mark> marks,
        List<GripperTrack> grippers,
        List<GapTrack> gaps) {
    /// Copies.
    public TimelineTracks {
        steps = List.copyOf(steps);
        marks = List.copyOf(marks);
        grippers = List.copyOf(grippers);
        gaps = List.copyOf(gaps);
    }

    /// One step of a task.
    ///
    /// @param words what is done
    /// @param fromRow first row
    /// @param toRow row after the last
    public record Step(String words, int fromRow, int toRow) {}

    /// One marked moment.
    ///
    /// @param row the row
    /// @param words what it is
    /// @param shape how it is drawn
    public record Mark(int row, String words, MarkShape shape) {}

    /// How a marked moment is drawn, so that its kind is told without a colour.
    public enum MarkShape {
        /// A triangle that points down: a step ends here.
        STEP,
        /// A ring with a dot: somebody should look here.
        LOOK
    }

    /// Rows.
    ///
    /// @param fromRow first row
    /// @param toRow row after the last
    public record Rows(int fromRow, int toRow) {}

    /// When a gripper was closed.
    ///
    /// @param left whether it is the left arm's
    /// @param closed stretches
    public record GripperTrack(boolean left, List<Rows> closed) {
        /// Copies.
        public GripperTrack {
            closed = List.copyOf(closed);
        }
    }

    /// Where a camera gave nothing new.
    ///
    /// @param camera the camera's number, from 1
    /// @param repeats stretches
    public record GapTrack(int camera, List<Rows> repeats) {
        /// Copies.
        public GapTrack {
            repeats = List.copyOf(repeats);
        }
    }

    /// {@return rows where something begins or ends: grippers, steps, marks and gaps, in order}
    public List<Integer> events() {
        java.util.TreeSet<Integer> found = new java.util.TreeSet<>();
        steps.forEach(step -> found.add(step.fromRow()));
        marks.forEach(mark -> found.add(mark.row()));
        for (GripperTrack gripper : grippers) {
            gripper.closed().forEach(closed -> {
                found.add(closed.fromRow());
                found.add(closed.toRow());
            });
        }
        for (GapTrack gap : gaps) {
            gap.repeats().forEach(repeat -> found.add(repeat.fromRow()));
        }
        return found.stream().filter(row -> row > 0 && row < rows).toList();
    }

    /// {@return the stretches in which a condition holds}
    ///
    /// @param rows number of rows
    /// @param condition asked for each row
    public static List<Rows> stretches(int rows, java.util.function.IntPredicate condition) {
        List<Rows> found = new java.util.ArrayList<>();
        int from = -1;
        for (int row = 0; row <= rows; row++) {
            boolean holds = row < rows && condition.test(row);
            if (holds && from < 0) {
                from = row;
            } else if (!holds && from >= 0) {
                found.add(new Rows(from, row));
                from = -1;
            }
        }
        return found;
    }
}

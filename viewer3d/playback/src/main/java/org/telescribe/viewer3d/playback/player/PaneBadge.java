package org.telescribe.viewer3d.playback.player;

/// How far what a pane shows can be trusted.
public sealed interface PaneBadge {
    /// It shows the picture of the tick.
    record Exact() implements PaneBadge {}

    /// It shows the keyframe before the tick while the playhead is dragged.
    record Proxy() implements PaneBadge {}

    /// It still shows another picture than that of the tick.
    ///
    /// @param lateNanos since when the right one is wanted, nanoseconds
    record Late(long lateNanos) implements PaneBadge {}

    /// It shows the picture of the tick, and the camera delivered nothing new for some rows.
    ///
    /// @param rows how many rows repeat it up to here
    record Repeated(int rows) implements PaneBadge {}

    /// The camera cannot be shown; its last picture, if there is one, stays.
    ///
    /// @param sentence what happened, what still works
    record Lost(String sentence) implements PaneBadge {}

    /// There is no picture at this moment.
    ///
    /// @param sentence why
    record Empty(String sentence) implements PaneBadge {}

    /// The first picture is being decoded.
    ///
    /// @param ready how many panes have their first picture
    /// @param of how many panes there are
    record Loading(int ready, int of) implements PaneBadge {}

    /// The budget of pictures does not reach for this pane: it shows keyframes only.
    ///
    /// @param exact whether the keyframe happens to be the picture of the tick
    record OverBudget(boolean exact) implements PaneBadge {}
}

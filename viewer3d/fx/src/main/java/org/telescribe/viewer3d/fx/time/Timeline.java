package org.telescribe.viewer3d.fx.time;

import java.util.Locale;
import java.util.function.LongConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import org.telescribe.viewer3d.fx.WellColours;

/// The episode from left to right: ruler, steps, marks, grippers, gaps, the looped range, and the
/// playhead. Dragging scrubs.
public final class Timeline extends Region {
    /// Width of the names at the left; plots keep the same so that both line up, pixels.
    public static final double LEFT = 52;

    /// Width kept free at the right, the same as the plots', pixels.
    public static final double RIGHT = 76;

    private static final double RULER = 20;
    private static final double ROW = 16;
    private static final double HANDLE = 9;
    private static final double RANGE_BAR = 3;
    private static final double MARK = 8;
    private static final double LETTER = 5.8;
    private static final long NANOS = 1_000_000_000L;
    private static final double[] STEPS_SECONDS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300, 600};
    private static final double LABEL_SPACING = 70;
    private static final Font SMALL = Font.font("Inter", 11);
    private static final Font DIGITS = Font.font("JetBrains Mono", 11);

    private final Canvas still = new Canvas();
    private final Rectangle range = new Rectangle(0, 0, WellColours.RANGE);
    private final Rectangle rangeBar = new Rectangle(0, RANGE_BAR, WellColours.HINT);
    private final Rectangle playhead = new Rectangle(1, 0, WellColours.PLAYHEAD);
    private final Rectangle handle = new Rectangle(HANDLE, HANDLE, WellColours.PLAYHEAD);
    private TimelineTracks tracks = new TimelineTracks(
            1, 30, java.util.List.of(), java.util.List.of(), java.util.List.of(), java.util.List.of());
    private long tickNanos;
    private long loopFromNanos = -1;
    private long loopToNanos = -1;
    private boolean looping;
    private LongConsumer onDrag = tick -> {};
    private Runnable onRest = () -> {};

    /// An empty timeline.
    public Timeline() {
        getStyleClass().add("timeline");
        handle.setArcWidth(2);
        handle.setArcHeight(2);
        for (Rectangle moving : new Rectangle[] {range, rangeBar, playhead, handle}) {
            moving.setManaged(false);
            moving.setMouseTransparent(true);
        }
        getChildren().addAll(still, range, rangeBar, playhead, handle);
        setMinHeight(height(2));
        setAccessibleRole(AccessibleRole.SLIDER);
        setOnMousePressed(this::drag);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(released -> onRest.run());
    }

    /// {@return the height for a number of gripper tracks, pixels}
    ///
    /// @param grippers how many
    public static double height(int grippers) {
        return RULER + 2 * ROW + grippers * ROW + 6;
    }

    /// Shows an episode.
    ///
    /// @param newTracks what it shows
    public void show(TimelineTracks newTracks) {
        tracks = newTracks;
        drawStill();
        move();
    }

    /// Moves the playhead.
    ///
    /// @param newTickNanos time since the episode's start, nanoseconds
    public void playhead(long newTickNanos) {
        if (newTickNanos != tickNanos) {
            tickNanos = newTickNanos;
            setAccessibleText("timeline, at %s".formatted(TimeText.stamp(tickNanos)));
            move();
        }
    }

    /// Shows the range.
    ///
    /// @param fromNanos its begin, or -1 for none
    /// @param toNanos its end, or -1 for none
    /// @param repeats whether it is looped
    public void range(long fromNanos, long toNanos, boolean repeats) {
        boolean same = loopFromNanos == fromNanos && loopToNanos == toNanos && looping == repeats;
        loopFromNanos = fromNanos;
        loopToNanos = toNanos;
        looping = repeats;
        if (!same) {
            move();
        }
    }

    /// Told while somebody scrubs.
    ///
    /// @param drag the time under the pointer, nanoseconds since the episode's start
    /// @param rest when the pointer was let go
    public void onScrub(LongConsumer drag, Runnable rest) {
        onDrag = drag;
        onRest = rest;
    }

    private void drag(MouseEvent event) {
        double share = (event.getX() - LEFT) / Math.max(1, span());
        long tick = Math.round(Math.clamp(share, 0, 1) * lengthNanos());
        onDrag.accept(tick);
    }

    private double span() {
        return getWidth() - LEFT - RIGHT;
    }

    private long lengthNanos() {
        return Math.round(Math.max(1, tracks.rows() - 1) * (double) NANOS / tracks.framesPerSecond());
    }

    private double x(double row) {
        return LEFT + span() * row / Math.max(1, tracks.rows() - 1);
    }

    @Override
    protected void layoutChildren() {
        boolean resized = still.getWidth() != getWidth() || still.getHeight() != getHeight();
        if (resized) {
            still.setWidth(getWidth());
            still.setHeight(getHeight());
            playhead.setHeight(getHeight());
            range.setHeight(getHeight());
            drawStill();
            move();
        }
    }

    private void drawStill() {
        GraphicsContext g = still.getGraphicsContext2D();
        g.setFill(WellColours.WELL);
        g.fillRect(0, 0, still.getWidth(), still.getHeight());
        drawRuler(g);
        drawSteps(g);
        double y = RULER + ROW;
        for (TimelineTracks.GripperTrack gripper : tracks.grippers()) {
            drawGripper(g, gripper, y);
            y += ROW;
        }
        drawGaps(g, y);
    }

    private void drawRuler(GraphicsContext g) {
        double seconds = Math.max(1, tracks.rows() - 1) / tracks.framesPerSecond();
        double step = STEPS_SECONDS[STEPS_SECONDS.length - 1];
        for (double candidate : STEPS_SECONDS) {
            if (candidate / seconds * span() >= LABEL_SPACING) {
                step = candidate;
                break;
            }
        }
        g.setFont(DIGITS);
        g.setLineWidth(1);
        for (int i = 0; i * step <= seconds + 1e-9; i++) {
            double at = Math.floor(x(i * step * tracks.framesPerSecond())) + 0.5;
            g.setStroke(WellColours.LINE);
            g.strokeLine(at, RULER - 5, at, still.getHeight());
            g.setFill(WellColours.HINT);
            g.fillText(label(i * step), at + 4, RULER - 6);
        }
        g.setStroke(WellColours.LINE);
        g.strokeLine(0, RULER + 0.5, still.getWidth(), RULER + 0.5);
    }

    private static String label(double seconds) {
        return seconds < 60
                ? String.format(Locale.ROOT, seconds == Math.rint(seconds) ? "%.0f s" : "%.1f s", seconds)
                : String.format(Locale.ROOT, "%d:%02d", (int) seconds / 60, (int) seconds % 60);
    }

    private void drawSteps(GraphicsContext g) {
        name(g, "steps", RULER);
        if (tracks.steps().isEmpty() && tracks.marks().isEmpty()) {
            g.setFill(WellColours.HINT);
            g.setFont(SMALL);
            g.fillText("no steps marked", LEFT + 4, RULER + 12);
        }
        for (TimelineTracks.Step step : tracks.steps()) {
            double from = x(step.fromRow());
            double to = x(step.toRow());
            g.setFill(WellColours.STEP);
            g.fillRect(from + 0.5, RULER + 2, Math.max(2, to - from - 1), ROW - 4);
            g.setFill(WellColours.TEXT);
            g.setFont(SMALL);
            g.fillText(shortened(step.words(), to - from - 8), from + 5, RULER + 12);
        }
        g.setFill(WellColours.TEXT);
        for (TimelineTracks.Mark mark : tracks.marks()) {
            drawMark(g, x(mark.row()), mark);
        }
    }

    private static String shortened(String words, double width) {
        int fits = (int) Math.max(1, width / LETTER);
        return words.length() <= fits
                ? words
                : words.substring(0, Math.max(1, fits - 1)).stripTrailing() + "…";
    }

    private static void drawMark(GraphicsContext g, double at, TimelineTracks.Mark mark) {
        switch (mark.shape()) {
            case STEP ->
                g.fillPolygon(
                        new double[] {at - MARK / 2, at + MARK / 2, at},
                        new double[] {RULER + 3, RULER + 3, RULER + 3 + MARK},
                        3);
            case LOOK -> {
                double middle = RULER + ROW / 2;
                g.setStroke(WellColours.TEXT);
                g.setLineWidth(1.5);
                g.strokeOval(at - MARK / 2, middle - MARK / 2, MARK, MARK);
                g.fillOval(at - 1.5, middle - 1.5, 3, 3);
            }
        }
        g.setFont(SMALL);
        g.fillText(mark.words(), at + MARK / 2 + 3, RULER + 12);
    }

    private void drawGripper(GraphicsContext g, TimelineTracks.GripperTrack gripper, double y) {
        name(g, gripper.left() ? "grip L" : "grip R", y);
        double middle = Math.floor(y + ROW / 2) + 0.5;
        Color hue = gripper.left() ? WellColours.LEFT_ARM : WellColours.RIGHT_ARM;
        g.setStroke(hue.deriveColor(0, 1, 1, 0.55));
        g.setLineWidth(1);
        g.strokeLine(x(0), middle, x(tracks.rows() - 1), middle);
        g.setFill(hue);
        for (TimelineTracks.Rows closed : gripper.closed()) {
            double from = x(closed.fromRow());
            double to = x(Math.min(closed.toRow(), tracks.rows() - 1));
            g.fillRoundRect(from, y + 4, Math.max(2, to - from), ROW - 8, 3, 3);
        }
    }

    private void drawGaps(GraphicsContext g, double y) {
        name(g, "gaps", y);
        boolean none = tracks.gaps().stream().allMatch(gap -> gap.repeats().isEmpty());
        if (none) {
            g.setFill(WellColours.HINT);
            g.setFont(SMALL);
            g.fillText("none", LEFT + 4, y + 12);
        }
        int lanes = Math.max(1, tracks.gaps().size());
        double lane = (ROW - 4) / lanes;
        for (int i = 0; i < tracks.gaps().size(); i++) {
            g.setFill(WellColours.camera(tracks.gaps().get(i).camera()));
            for (TimelineTracks.Rows repeat : tracks.gaps().get(i).repeats()) {
                double from = x(repeat.fromRow());
                g.fillRect(from, y + 2 + i * lane, Math.max(2, x(repeat.toRow()) - from), Math.max(2, lane - 1));
            }
        }
    }

    private static void name(GraphicsContext g, String word, double y) {
        g.setFill(WellColours.HINT);
        g.setFont(SMALL);
        g.fillText(word, 8, y + 12);
    }

    /// Nodes of their own, so that moving them repaints little.
    private void move() {
        double rowsPerNano = tracks.framesPerSecond() / NANOS;
        boolean hasRange = loopFromNanos >= 0 && loopToNanos >= 0;
        range.setVisible(hasRange);
        rangeBar.setVisible(hasRange);
        if (hasRange) {
            double from = x(loopFromNanos * rowsPerNano);
            double to = x(loopToNanos * rowsPerNano);
            range.setX(from);
            range.setWidth(to - from);
            rangeBar.setX(from);
            rangeBar.setWidth(to - from);
            rangeBar.setFill(looping ? WellColours.TEXT : WellColours.HINT);
        }
        double at = Math.floor(x(tickNanos * rowsPerNano));
        playhead.setTranslateX(at);
        handle.setTranslateX(at - Math.floor(HANDLE / 2));
    }
}

package org.telescribe.viewer3d.fx.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import org.telescribe.viewer3d.fx.WellColours;
import org.telescribe.viewer3d.fx.time.TimeText;
import org.telescribe.viewer3d.fx.time.Timeline;
import org.telescribe.viewer3d.playback.plot.PlotColumns;

/// One to four plots above each other, sharing the time axis of the timeline. Every pixel column shows
/// the least and greatest value of its rows, so that no peak is lost. A click goes to the peak under the
/// pointer; a drag chooses a range.
public final class PlotStack extends Region {
    private static final double TITLE = 14;
    private static final double DRAG = 4;
    private static final double LEAST = 40;
    private static final int NEAR_PIXELS = 5;
    private static final int SPREAD_SHARE = 12;
    private static final Font SMALL = Font.font("Inter", 11);
    private static final Font DIGITS = Font.font("JetBrains Mono", 10);

    private final Canvas still = new Canvas();
    private final Rectangle playhead = new Rectangle(1, 1, WellColours.PLAYHEAD);
    private List<Plot> plots = List.of();
    private int rows = 1;
    private double row;
    private String empty = "";
    private IntConsumer onPick = picked -> {};
    private RangeListener onRange = (from, to) -> {};
    private double pressedX;
    private boolean dragging;

    /// Told when a range was dragged.
    @FunctionalInterface
    public interface RangeListener {
        /// Called on every move.
        ///
        /// @param fromRow first row
        /// @param toRow last row
        void onRange(int fromRow, int toRow);
    }

    /// A stack without plots.
    public PlotStack() {
        getStyleClass().add("plots");
        playhead.setManaged(false);
        getChildren().addAll(still, playhead);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(this::released);
    }

    /// Shows plots.
    ///
    /// @param newPlots from top to bottom
    /// @param newRows number of rows
    /// @param whenEmpty what stands there when there are none
    public void show(List<Plot> newPlots, int newRows, String whenEmpty) {
        plots = List.copyOf(newPlots);
        rows = Math.max(1, newRows);
        empty = whenEmpty;
        setAccessibleText(
                "plots of " + String.join(", ", plots.stream().map(Plot::title).toList()));
        drawStill();
        movePlayhead();
    }

    /// Moves the playhead.
    ///
    /// @param newRow row, may lie between two
    public void playhead(double newRow) {
        if (newRow != row) {
            row = newRow;
            movePlayhead();
        }
    }

    /// Told where somebody clicked or dragged.
    ///
    /// @param pick the row of the peak that was clicked
    /// @param range the rows that were dragged over
    public void onPick(IntConsumer pick, RangeListener range) {
        onPick = pick;
        onRange = range;
    }

    private void pressed(MouseEvent event) {
        pressedX = event.getX();
        dragging = false;
    }

    private void dragged(MouseEvent event) {
        if (dragging || Math.abs(event.getX() - pressedX) > DRAG) {
            dragging = true;
            int from = rowAt(Math.min(pressedX, event.getX()));
            int to = rowAt(Math.max(pressedX, event.getX()));
            onRange.onRange(from, to);
        }
    }

    private void released(MouseEvent event) {
        if (!dragging && !plots.isEmpty()) {
            double each = getHeight() / plots.size();
            int index = Math.clamp((int) (event.getY() / each), 0, plots.size() - 1);
            onPick.accept(peakNear(plots.get(index), event.getX()));
        }
        dragging = false;
    }

    private int peakNear(Plot plot, double x) {
        int row = rowAt(x);
        int radius = Math.max(1, rowAt(x + NEAR_PIXELS) - row);
        int best = row;
        double most = -1;
        for (PlotLine line : plot.lines()) {
            int peak = line.values().peakNear(row, radius);
            double away = peak < 0
                    ? -1
                    : Math.abs(line.values().at(peak) - line.values().at(row));
            if (away > most) {
                most = away;
                best = peak;
            }
        }
        return best;
    }

    private int rowAt(double x) {
        double share = (x - Timeline.LEFT) / Math.max(1, span());
        return (int) Math.round(Math.clamp(share, 0, 1) * (rows - 1));
    }

    private double span() {
        return getWidth() - Timeline.LEFT - Timeline.RIGHT;
    }

    @Override
    protected void layoutChildren() {
        if (still.getWidth() != getWidth() || still.getHeight() != getHeight()) {
            still.setWidth(getWidth());
            still.setHeight(getHeight());
            playhead.setHeight(getHeight());
            drawStill();
            movePlayhead();
        }
    }

    private void drawStill() {
        GraphicsContext g = still.getGraphicsContext2D();
        double width = still.getWidth();
        double height = still.getHeight();
        if (width < LEAST || height < LEAST) {
            return;
        }
        g.setFill(WellColours.WELL);
        g.fillRect(0, 0, width, height);
        if (plots.isEmpty()) {
            g.setFill(WellColours.HINT);
            g.setFont(SMALL);
            g.fillText(empty, Timeline.LEFT + 8, Math.min(height - 8, 24));
            return;
        }
        double each = height / plots.size();
        for (int i = 0; i < plots.size(); i++) {
            draw(g, plots.get(i), i * each, each);
        }
    }

    private void draw(GraphicsContext g, Plot plot, double top, double height) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (PlotLine line : plot.lines()) {
            double least = line.values().least(0, rows - 1);
            double most = line.values().most(0, rows - 1);
            if (!Double.isNaN(least)) {
                low = Math.min(low, least);
                high = Math.max(high, most);
            }
        }
        double digit = Math.pow(10, -plot.decimals());
        double middle = low > high ? 0 : (low + high) / 2;
        double half = low > high ? digit : Math.max((high - low) / 2, digit);
        Axis axis = new Axis(middle - half, middle + half, top + TITLE + 3, top + height - 6);
        g.setStroke(WellColours.LINE);
        g.setLineWidth(1);
        double bottom = Math.floor(top + height) - 0.5;
        g.strokeLine(0, bottom, still.getWidth(), bottom);
        g.setFill(WellColours.SECOND);
        g.setFont(SMALL);
        g.fillText(plot.title() + (plot.unit().isEmpty() ? "" : "  " + plot.unit()), Timeline.LEFT + 4, top + 12);
        g.setFont(DIGITS);
        g.setFill(WellColours.HINT);
        g.setTextBaseline(VPos.CENTER);
        rightAligned(g, TimeText.number(axis.high(), plot.decimals()), axis.top() + 2);
        rightAligned(g, TimeText.number(axis.low(), plot.decimals()), axis.bottom() - 2);
        g.setTextBaseline(VPos.BASELINE);
        for (PlotLine line : plot.lines()) {
            draw(g, line, axis);
        }
        labels(g, plot, axis);
    }

    private static void rightAligned(GraphicsContext g, String text, double y) {
        double width = text.length() * 6.0;
        g.fillText(text, Timeline.LEFT - 6 - width, y);
    }

    /// A vertical axis on the screen.
    private record Axis(double low, double high, double top, double bottom) {
        double y(double value) {
            return bottom - (value - low) / (high - low) * (bottom - top);
        }
    }

    private void draw(GraphicsContext g, PlotLine line, Axis axis) {
        g.setStroke(line.hue());
        g.setLineWidth(line.dash() == PlotLine.Dash.DOTTED ? 1.2 : 1.5);
        g.setLineDashes(line.dash().pattern());
        PlotColumns columns = line.values().columns(0, rows - 1, Math.max(1, (int) span()));
        g.beginPath();
        boolean open = false;
        double last = Double.NaN;
        for (int column = 0; column < columns.count(); column++) {
            if (columns.isGap(column)) {
                open = false;
                continue;
            }
            double least = columns.least(column);
            double most = columns.most(column);
            double x = Timeline.LEFT + column + 0.5;
            boolean upFirst = !Double.isNaN(last) && Math.abs(last - most) < Math.abs(last - least);
            double first = upFirst ? most : least;
            double second = upFirst ? least : most;
            if (open) {
                g.lineTo(x, axis.y(first));
            } else {
                g.moveTo(x, axis.y(first));
            }
            if (second != first) {
                g.lineTo(x, axis.y(second));
            }
            open = true;
            last = second;
        }
        g.stroke();
        g.setLineDashes();
    }

    private void labels(GraphicsContext g, Plot plot, Axis axis) {
        List<double[]> places = new ArrayList<>();
        g.setFont(SMALL);
        double line = Math.max(11, (axis.bottom() - axis.top()) / SPREAD_SHARE);
        for (PlotLine each : plot.lines()) {
            double value = each.values().at(rows - 1);
            if (each.label().isEmpty() || Double.isNaN(value)) {
                continue;
            }
            double y = Math.max(axis.top() + 6, Math.min(axis.bottom() + 2, axis.y(value) + 4));
            for (int tries = 0; tries < places.size(); tries++) {
                for (double[] taken : places) {
                    if (Math.abs(taken[0] - y) < line) {
                        y = taken[0] - line < axis.top() ? taken[0] + line : taken[0] - line;
                    }
                }
            }
            places.add(new double[] {y});
            g.setFill(each.hue());
            g.fillText(each.label(), still.getWidth() - Timeline.RIGHT + 6, y, Timeline.RIGHT - 8);
        }
    }

    /// A node of its own, so that moving it repaints a line's width and not the plots.
    private void movePlayhead() {
        playhead.setVisible(!plots.isEmpty());
        playhead.setTranslateX(Math.floor(Timeline.LEFT + span() * row / Math.max(1, rows - 1)));
    }
}

package org.telescribe.teleop.ui.collect;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/// Time left of the episode as a ring around the number.
final class TimeRing extends Region {
    private static final double RING_WIDTH = 8;
    static final double SIZE = 208;
    static final double LARGE_SIZE = 232;

    private final Circle track = new Circle();
    private final Arc arc = new Arc();
    private final Label left = new Label();
    private final Label of = new Label();

    TimeRing() {
        getStyleClass().add("time-ring");
        track.getStyleClass().add("ring-track");
        track.setStrokeWidth(RING_WIDTH);
        arc.getStyleClass().add("ring-arc");
        arc.setStrokeWidth(RING_WIDTH);
        arc.setType(ArcType.OPEN);
        arc.setStartAngle(90);
        left.getStyleClass().addAll("number", "ring-time");
        of.getStyleClass().add("ring-of");
        getChildren().addAll(track, arc, left, of);
        size(SIZE);
    }

    /// Makes the ring larger or smaller.
    void size(double pixels) {
        setMinSize(pixels, pixels);
        setPrefSize(pixels, pixels);
        setMaxHeight(pixels);
    }

    void show(long remainingNanos, long episodeNanos) {
        double share = episodeNanos == 0 ? 0 : (double) remainingNanos / episodeNanos;
        arc.setLength(-360 * Math.clamp(share, 0, 1));
        left.setText(clock(remainingNanos));
        of.setText("of " + clock(episodeNanos));
        setAccessibleText("%s left %s".formatted(left.getText(), of.getText()));
    }

    private static String clock(long nanos) {
        long seconds = Math.ceilDiv(nanos, 1_000_000_000L);
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double radius = Math.min(width, height) / 2 - RING_WIDTH;
        track.setCenterX(width / 2);
        track.setCenterY(height / 2);
        track.setRadius(radius);
        arc.setCenterX(width / 2);
        arc.setCenterY(height / 2);
        arc.setRadiusX(radius);
        arc.setRadiusY(radius);
        double wide = left.prefWidth(-1);
        double tall = left.prefHeight(-1);
        layoutInArea(
                left,
                (width - wide) / 2,
                height / 2 - tall / 2 - 10,
                wide,
                tall,
                0,
                javafx.geometry.HPos.CENTER,
                VPos.CENTER);
        double ofWidth = of.prefWidth(-1);
        layoutInArea(
                of,
                (width - ofWidth) / 2,
                height / 2 + tall / 2 - 18,
                ofWidth,
                of.prefHeight(-1),
                0,
                javafx.geometry.HPos.CENTER,
                VPos.CENTER);
    }
}

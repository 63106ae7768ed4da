package org.telescribe.policyruntime.ui.table;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.telescribe.policyruntime.rollouts.statistics.BinomialInterval;
import org.telescribe.policyruntime.rollouts.statistics.Interval;
import org.telescribe.policyruntime.rollouts.statistics.SuccessCount;

/// A rate and its interval on an axis from 0 to 100: a whisker and a dot, never coloured by rank.
final class Whisker extends Canvas {
    private static final double WIDTH = 92;
    private static final double HEIGHT = 14;
    private static final double EDGE = 5;
    private static final double DOT = 3;
    private static final Color INK = Color.web("#E9EEF3");
    private static final Color AXIS = Color.web("#36414D");

    Whisker(SuccessCount count) {
        super(WIDTH, HEIGHT);
        setAccessibleText("%d of %d".formatted(count.successes(), count.trials()));
        GraphicsContext pen = getGraphicsContext2D();
        double middle = HEIGHT / 2;
        pen.setStroke(AXIS);
        pen.strokeLine(EDGE, middle + 0.5, WIDTH - EDGE, middle + 0.5);
        pen.strokeLine(at(0.5), middle - 3, at(0.5), middle + 3);
        if (count.trials() == 0) {
            return;
        }
        Interval interval = BinomialInterval.clopperPearson(count, BinomialInterval.USUAL_CONFIDENCE);
        pen.setStroke(INK);
        pen.setLineWidth(2);
        pen.strokeLine(at(interval.low()), middle, at(interval.high()), middle);
        pen.setFill(INK);
        pen.fillOval(at(count.share()) - DOT, middle - DOT, 2 * DOT, 2 * DOT);
    }

    private static double at(double share) {
        return EDGE + share * (WIDTH - 2 * EDGE);
    }
}

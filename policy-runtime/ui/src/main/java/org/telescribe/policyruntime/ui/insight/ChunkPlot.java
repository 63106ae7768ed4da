package org.telescribe.policyruntime.ui.insight;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.telescribe.policyruntime.inference.session.PolicyInsight;

/// The actions of a chunk, each channel from where the joint was observed: the left arm's solid,
/// the right arm's dashed; bright as far as they were carried out, faint beyond.
final class ChunkPlot extends Canvas {
    private static final double WIDTH = 304;
    private static final double HEIGHT = 96;
    private static final double SMALLEST_SPAN = 0.05;
    private static final double FAINT = 0.35;
    private static final Color AXIS = Color.web("#36414D");
    private static final Color HINT = Color.web("#8592A0");
    private static final List<Color> INKS = List.of(
            Color.web("#56B4E9"),
            Color.web("#F28C28"),
            Color.web("#FAF03C"),
            Color.web("#5C8C68"),
            Color.web("#A97295"),
            Color.web("#D4FFEB"),
            Color.web("#E9EEF3"));

    ChunkPlot(PolicyInsight insight, int executed) {
        super(WIDTH, HEIGHT);
        List<List<Double>> actions = insight.finalActions();
        if (actions.isEmpty()) {
            return;
        }
        int channels = actions.getFirst().size();
        double span = SMALLEST_SPAN;
        for (List<Double> action : actions) {
            for (int channel = 0; channel < channels; channel++) {
                span = Math.max(span, Math.abs(action.get(channel) - start(insight, channel, actions)));
            }
        }
        GraphicsContext pen = getGraphicsContext2D();
        double step = WIDTH / Math.max(1, actions.size() - 1);
        pen.setStroke(AXIS);
        pen.strokeLine(0, HEIGHT / 2, WIDTH, HEIGHT / 2);
        double border = (executed - 0.5) * step;
        pen.strokeLine(border, 0, border, HEIGHT);
        pen.setLineCap(StrokeLineCap.BUTT);
        pen.setLineWidth(1.5);
        for (int channel = 0; channel < channels; channel++) {
            boolean right = insight.state().size() > channel
                    && insight.state().get(channel).channel().startsWith("right");
            pen.setLineDashes(right ? new double[] {5, 4} : new double[0]);
            pen.setStroke(INKS.get(channel % (right ? Math.max(1, channels / 2) : INKS.size()) % INKS.size()));
            double from = start(insight, channel, actions);
            for (int action = 1; action < actions.size(); action++) {
                pen.setGlobalAlpha(action < executed ? 1 : FAINT);
                pen.strokeLine(
                        (action - 1) * step,
                        y(actions.get(action - 1).get(channel) - from, span),
                        action * step,
                        y(actions.get(action).get(channel) - from, span));
            }
        }
        pen.setGlobalAlpha(1);
        pen.setFill(HINT);
        pen.fillText("\u00B1%.2f rad".formatted(span), 2, 11);
    }

    private static double start(PolicyInsight insight, int channel, List<List<Double>> actions) {
        return channel < insight.state().size()
                ? insight.state().get(channel).value()
                : actions.getFirst().get(channel);
    }

    private static double y(double away, double span) {
        return HEIGHT / 2 - away / span * (HEIGHT / 2 - 4);
    }
}

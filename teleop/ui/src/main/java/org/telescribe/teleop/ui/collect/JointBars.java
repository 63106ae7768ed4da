package org.telescribe.teleop.ui.collect;

import java.util.List;
import java.util.Locale;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.telescribe.teleop.control.message.ControlSnapshot.ArmSnapshot;

/// Joints of one arm: a bar from the middle to where the follower is, a mark where the leader is, the
/// angle in degrees.
final class JointBars extends VBox {
    private static final double BAR_HEIGHT = 10;
    private static final double SPAN_RAD = Math.PI;

    private final String badge;
    private final Color hue;
    private final GridPane grid = new GridPane();
    private final Label title;
    private final Label gate = new Label();
    private List<String> joints = List.of();
    private Canvas[] bars = {};
    private Label[] angles = {};

    JointBars(String badge, String name, Color hue) {
        super(4);
        this.badge = badge;
        this.hue = hue;
        Label sign = new Label(badge);
        sign.getStyleClass().addAll("arm-badge", badge.equals("L") ? "arm-left" : "arm-right");
        title = new Label(name);
        title.getStyleClass().add("pane-title");
        gate.getStyleClass().add("gate-word");
        Region space = new Region();
        javafx.scene.layout.HBox.setHgrow(space, javafx.scene.layout.Priority.ALWAYS);
        var head = new javafx.scene.layout.HBox(6, sign, title, space, gate);
        head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        grid.setHgap(8);
        grid.setVgap(2);
        getChildren().addAll(head, grid);
        getStyleClass().add("joint-bars");
    }

    void show(ArmSnapshot arm) {
        if (!joints.equals(arm.jointNames())) {
            rebuild(arm.jointNames());
        }
        for (int i = 0; i < bars.length; i++) {
            double follower = arm.followerRad().get(i);
            draw(bars[i], follower, arm.leaderRad().get(i));
            angles[i].setText(
                    Double.isNaN(follower)
                            ? "–"
                            : String.format(Locale.ROOT, "%.1f°", Math.toDegrees(follower))
                                    .replace('-', '\u2212'));
        }
        gate.setText(arm.aligned() ? "aligned" : "align");
        gate.getStyleClass().removeAll("good", "warn");
        gate.getStyleClass().add(arm.aligned() ? "good" : "warn");
        setAccessibleText("%s arm, %s".formatted(badge.equals("L") ? "left" : "right", gate.getText()));
    }

    private void rebuild(List<String> names) {
        joints = names;
        grid.getChildren().clear();
        bars = new Canvas[names.size()];
        angles = new Label[names.size()];
        for (int i = 0; i < names.size(); i++) {
            Label name = new Label(names.get(i).replace('_', ' '));
            name.getStyleClass().add("joint-name");
            name.setMinWidth(84);
            name.setPrefWidth(84);
            bars[i] = new Canvas(78, BAR_HEIGHT);
            angles[i] = new Label();
            angles[i].getStyleClass().addAll("number", "joint-angle");
            angles[i].setMinWidth(58);
            angles[i].setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
            grid.addRow(i, name, bars[i], angles[i]);
        }
    }

    private void draw(Canvas bar, double follower, double leader) {
        GraphicsContext g = bar.getGraphicsContext2D();
        double width = bar.getWidth();
        double middle = width / 2;
        g.clearRect(0, 0, width, BAR_HEIGHT);
        g.setFill(Color.web("#1E252D"));
        g.fillRect(0, 2, width, BAR_HEIGHT - 4);
        if (!Double.isNaN(follower)) {
            double end = place(follower, width);
            g.setFill(hue);
            g.fillRect(Math.min(middle, end), 2, Math.max(1, Math.abs(end - middle)), BAR_HEIGHT - 4);
        }
        g.setFill(Color.web("#6B7B8C"));
        g.fillRect(middle - 0.5, 0, 1, BAR_HEIGHT);
        if (!Double.isNaN(leader)) {
            g.setFill(Color.web("#E9EEF3"));
            g.fillRect(place(leader, width) - 1, 0, 2, BAR_HEIGHT);
        }
    }

    private static double place(double rad, double width) {
        return Math.clamp((rad / SPAN_RAD + 1) / 2, 0, 1) * width;
    }
}

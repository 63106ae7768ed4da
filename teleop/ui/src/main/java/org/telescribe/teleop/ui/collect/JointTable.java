package org.telescribe.teleop.ui.collect;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import org.telescribe.teleop.control.message.ControlSnapshot.ArmSnapshot;

/// Joints of both arms: for each a bar from the middle to where the follower is and a mark where the
/// leader is, the left arm's beside the right one's. Above them, whether leader and follower are
/// aligned.
final class JointTable extends GridPane {
    private static final double BAR_WIDTH = 70;
    private static final double BAR_HEIGHT = 12;
    private static final double NAME_WIDTH = 78;
    private static final double SPAN_RAD = Math.PI;
    private static final Color TRACK = Color.web("#1E252D");
    private static final Color MIDDLE = Color.web("#6B7B8C");
    private static final Color MARK = Color.web("#E9EEF3");

    private final Column left = new Column("L", "arm-left", Color.web("#56B4E9"));
    private final Column right = new Column("R", "arm-right", Color.web("#F28C28"));
    private List<String> joints = List.of();
    private boolean mirrored;

    /// The bars of one arm.
    private static final class Column {
        final Color hue;
        final HBox head;
        final Label gate = new Label();
        Canvas[] bars = {};
        Tooltip[] angles = {};

        Column(String badge, String style, Color hue) {
            this.hue = hue;
            Label sign = new Label(badge);
            sign.getStyleClass().addAll("arm-badge", style);
            gate.getStyleClass().add("gate-word");
            head = new HBox(5, sign, gate);
            head.setAlignment(Pos.CENTER_LEFT);
        }
    }

    JointTable() {
        getStyleClass().add("joint-table");
        add(left.head, 1, 0);
        add(right.head, 2, 0);
    }

    /// The right arm's bars at the left.
    void mirror(boolean on) {
        for (javafx.scene.Node node : getChildren()) {
            Integer column = getColumnIndex(node);
            boolean bars = column != null && column > 0;
            if (bars && mirrored != on) {
                setColumnIndex(node, 3 - column);
            }
        }
        mirrored = on;
    }

    void show(ArmSnapshot leftArm, ArmSnapshot rightArm) {
        if (!joints.equals(leftArm.jointNames())) {
            rebuild(leftArm.jointNames());
        }
        show(left, leftArm);
        show(right, rightArm);
        setAccessibleText("left arm %s, right arm %s".formatted(left.gate.getText(), right.gate.getText()));
    }

    private void rebuild(List<String> names) {
        joints = names;
        getChildren().setAll(left.head, right.head);
        build(left, names.size(), mirrored ? 2 : 1);
        build(right, names.size(), mirrored ? 1 : 2);
        for (int i = 0; i < names.size(); i++) {
            Label name = new Label(names.get(i).replace('_', ' '));
            name.getStyleClass().add("joint-name");
            name.setMinWidth(NAME_WIDTH);
            name.setPrefWidth(NAME_WIDTH);
            add(name, 0, i + 1);
        }
    }

    private void build(Column column, int size, int place) {
        column.bars = new Canvas[size];
        column.angles = new Tooltip[size];
        for (int i = 0; i < size; i++) {
            column.bars[i] = new Canvas(BAR_WIDTH, BAR_HEIGHT);
            column.angles[i] = new Tooltip();
            Tooltip.install(column.bars[i], column.angles[i]);
            add(column.bars[i], place, i + 1);
        }
    }

    private static void show(Column column, ArmSnapshot arm) {
        for (int i = 0; i < Math.min(column.bars.length, arm.followerRad().size()); i++) {
            double follower = arm.followerRad().get(i);
            draw(column.bars[i], column.hue, follower, arm.leaderRad().get(i));
            column.angles[i].setText(
                    Double.isNaN(follower)
                            ? "–"
                            : String.format(Locale.ROOT, "%.1f°", Math.toDegrees(follower))
                                    .replace('-', '\u2212'));
        }
        boolean known = !arm.worstJoint().isEmpty();
        column.gate.setText(!known ? "–" : arm.aligned() ? "aligned" : "align");
        column.gate.getStyleClass().removeAll("good", "warn");
        if (known) {
            column.gate.getStyleClass().add(arm.aligned() ? "good" : "warn");
        }
    }

    private static void draw(Canvas bar, Color hue, double follower, double leader) {
        GraphicsContext g = bar.getGraphicsContext2D();
        double middle = BAR_WIDTH / 2;
        g.clearRect(0, 0, BAR_WIDTH, BAR_HEIGHT);
        g.setFill(TRACK);
        g.fillRect(0, 2, BAR_WIDTH, BAR_HEIGHT - 4);
        if (!Double.isNaN(follower)) {
            double end = place(follower);
            g.setFill(hue);
            g.fillRect(Math.min(middle, end), 2, Math.max(1, Math.abs(end - middle)), BAR_HEIGHT - 4);
        }
        g.setFill(MIDDLE);
        g.fillRect(middle - 0.5, 1, 1, BAR_HEIGHT - 2);
        if (!Double.isNaN(leader)) {
            g.setFill(MARK);
            g.fillRect(place(leader) - 1, 0, 2, BAR_HEIGHT);
        }
    }

    private static double place(double rad) {
        return Math.clamp((rad / SPAN_RAD + 1) / 2, 0, 1) * BAR_WIDTH;
    }
}

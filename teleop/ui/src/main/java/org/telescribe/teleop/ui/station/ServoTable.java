package org.telescribe.teleop.ui.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.telescribe.teleop.control.message.ControlSnapshot.ArmSnapshot;
import org.telescribe.viewer3d.fx.time.TimeText;

/// The selected arm's chain and its servos: where the leader is, what was sent, where the follower is.
final class ServoTable extends VBox {
    private static final List<String> HEADINGS = List.of("id", "joint", "leader", "sent", "follower", "off");
    private static final double[] WIDTH_SHARES = {8, 32, 15, 15, 15, 15};

    private final Label title = StationPane.title("CHAIN");
    private final Label where = new Label();
    private final HBox chain = new HBox(4);
    private final GridPane grid = new GridPane();
    private final List<Label[]> rows = new ArrayList<>();
    private final Label bus = new Label();
    private List<String> joints = List.of();

    ServoTable() {
        super(10);
        where.getStyleClass().add("card-count");
        grid.getStyleClass().add("servo-grid");
        for (double share : WIDTH_SHARES) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        bus.getStyleClass().addAll("number", "hint");
        getChildren().addAll(StationPane.line(title, where), chain, grid, bus);
    }

    void show(String name, ArmSnapshot arm, String style) {
        where.setText(name);
        if (!joints.equals(arm.jointNames())) {
            build(arm.jointNames());
        }
        for (int i = 0; i < rows.size(); i++) {
            Label[] cells = rows.get(i);
            double leader = degrees(arm.leaderRad(), i);
            double follower = degrees(arm.followerRad(), i);
            cells[2].setText(angle(leader));
            cells[3].setText(angle(degrees(arm.sentRad(), i)));
            cells[4].setText(angle(follower));
            cells[5].setText(angle(leader - follower));
        }
        for (javafx.scene.Node node : chain.getChildren()) {
            node.getStyleClass().removeAll("arm-left", "arm-right");
            node.getStyleClass().add(style);
        }
        bus.setText(String.format(
                Locale.ROOT,
                "bus %.1f ms   lost packets: leader %d, follower %d",
                Math.max(0, arm.busNanos()) * 1e-6,
                arm.leaderFaults(),
                arm.followerFaults()));
    }

    private static double degrees(List<Double> values, int index) {
        return index < values.size() ? Math.toDegrees(values.get(index)) : Double.NaN;
    }

    private static String angle(double degrees) {
        return Double.isNaN(degrees) ? TimeText.MISSING : TimeText.number(degrees, 1) + "°";
    }

    private void build(List<String> names) {
        joints = names;
        rows.clear();
        grid.getChildren().clear();
        chain.getChildren().clear();
        for (int column = 0; column < HEADINGS.size(); column++) {
            Label heading = new Label(HEADINGS.get(column));
            heading.getStyleClass().add("table-heading");
            grid.add(heading, column, 0);
            if (column != 1) {
                GridPane.setHalignment(heading, HPos.RIGHT);
            }
        }
        for (int i = 0; i < names.size(); i++) {
            Label servo = new Label(Integer.toString(i + 1));
            servo.getStyleClass().add("chain-servo");
            chain.getChildren().add(servo);
            Label[] cells = new Label[HEADINGS.size()];
            for (int column = 0; column < cells.length; column++) {
                cells[column] = new Label();
                cells[column].getStyleClass().add(column == 1 ? "servo-name" : "servo-number");
                grid.add(cells[column], column, i + 1);
                if (column != 1) {
                    GridPane.setHalignment(cells[column], HPos.RIGHT);
                }
            }
            cells[0].setText(Integer.toString(i + 1));
            cells[1].setText(names.get(i).replace('_', ' '));
            rows.add(cells);
        }
    }
}

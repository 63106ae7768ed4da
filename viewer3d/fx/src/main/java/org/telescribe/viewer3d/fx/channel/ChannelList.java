package org.telescribe.viewer3d.fx.channel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.telescribe.viewer3d.fx.channel.ChannelTable.Joint;
import org.telescribe.viewer3d.fx.time.TimeText;

/// The joints with the values of the moment on show, left arm's beside right arm's. A press plots a
/// joint or takes its plot away.
public final class ChannelList extends VBox {
    private static final PseudoClass PLOTTED = PseudoClass.getPseudoClass("plotted");
    private static final double NUMBER_WIDTH = 62;

    private final ChannelTable table;
    private final int most;
    private final Set<Joint> plotted = new LinkedHashSet<>();
    private final List<Line> lines = new ArrayList<>();
    private final Consumer<List<Joint>> onPlots;

    /// One line on the screen.
    ///
    /// @param joint the joint
    /// @param button plots it
    /// @param left the left arm's value
    /// @param right the right arm's value
    private record Line(Joint joint, ToggleButton button, Label left, Label right) {}

    /// A list of an episode's joints.
    ///
    /// @param table the joints
    /// @param first those that are plotted at first
    /// @param most how many may be plotted at once
    /// @param onPlots told which are plotted, in the table's order
    public ChannelList(ChannelTable table, List<Joint> first, int most, Consumer<List<Joint>> onPlots) {
        super(6);
        this.table = table;
        this.most = most;
        this.onPlots = onPlots;
        this.plotted.addAll(first);
        getStyleClass().add("channel-list");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("channel-grid");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        ColumnConstraints number = new ColumnConstraints(NUMBER_WIDTH);
        number.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(name, number, number);
        Label title = new Label("CHANNELS");
        title.getStyleClass().add("card-title");
        boolean paired = table.joints().stream().anyMatch(joint -> joint.right() >= 0);
        grid.add(title, 0, 0);
        if (paired) {
            grid.add(badge("L", "arm-left"), 1, 0);
            grid.add(badge("R", "arm-right"), 2, 0);
        }
        int row = 1;
        for (Joint joint : table.joints()) {
            add(grid, joint, row);
            row++;
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        mark();
    }

    private static Label badge(String word, String style) {
        Label badge = new Label(word);
        badge.getStyleClass().addAll("arm-badge", style);
        return badge;
    }

    private void add(GridPane grid, Joint joint, int row) {
        ToggleButton button = new ToggleButton(joint.name(), new FontIcon(MaterialDesignC.CHECKBOX_BLANK_OUTLINE));
        button.getStyleClass().add("channel-button");
        button.setAccessibleRole(AccessibleRole.CHECK_BOX);
        button.setAccessibleText("plot " + joint.name());
        button.setOnAction(pressed -> toggle(joint));
        button.setMaxWidth(Double.MAX_VALUE);
        Label left = number();
        Label right = number();
        grid.add(button, 0, row);
        grid.add(left, 1, row);
        grid.add(right, 2, row);
        lines.add(new Line(joint, button, left, right));
    }

    private static Label number() {
        Label label = new Label(TimeText.MISSING);
        label.getStyleClass().addAll("number", "channel-number");
        return label;
    }

    private void toggle(Joint joint) {
        if (!plotted.remove(joint)) {
            if (plotted.size() >= most) {
                plotted.remove(plotted.iterator().next());
            }
            plotted.add(joint);
        }
        mark();
        onPlots.accept(plotted());
    }

    private void mark() {
        for (Line line : lines) {
            boolean on = plotted.contains(line.joint());
            line.button().setSelected(on);
            line.button().pseudoClassStateChanged(PLOTTED, on);
            ((FontIcon) line.button().getGraphic())
                    .setIconCode(on ? MaterialDesignC.CHECKBOX_MARKED : MaterialDesignC.CHECKBOX_BLANK_OUTLINE);
        }
    }

    /// {@return the plotted joints in the table's order}
    public List<Joint> plotted() {
        return table.joints().stream().filter(plotted::contains).toList();
    }

    /// Shows the values of a row.
    ///
    /// @param row the row
    public void show(int row) {
        for (Line line : lines) {
            line.left().setText(text(row, line.joint().left()));
            line.right()
                    .setText(
                            line.joint().right() < 0
                                    ? ""
                                    : text(row, line.joint().right()));
        }
    }

    private String text(int row, int channel) {
        double value = table.value(row, channel);
        return Double.isNaN(value) ? TimeText.MISSING : TimeText.number(value, table.decimals()) + table.unit();
    }
}

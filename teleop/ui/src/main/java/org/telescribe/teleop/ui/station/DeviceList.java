package org.telescribe.teleop.ui.station;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.telescribe.viewer3d.fx.time.TimeText;

/// Arms and cameras with their rate and health; one of them is selected.
final class DeviceList extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private static final double WORD = 40;

    private final List<Line> lines = new ArrayList<>();
    private final Label armCount = new Label();
    private final Label cameraCount = new Label();
    private IntConsumer onSelect = index -> {};
    private int selected;

    /// One line on the screen.
    private static final class Line extends HBox {
        final Label badge = new Label();
        final Label name = new Label();
        final Label rate = new Label();
        final FontIcon icon = new FontIcon(MaterialDesignC.CHECK_CIRCLE);
        final Label word = new Label();

        Line(DeviceRow row) {
            super(8);
            getStyleClass().add("device-row");
            badge.setText(row.badge());
            badge.getStyleClass().addAll(row.style().startsWith("arm") ? "arm-badge" : "camera-number", row.style());
            name.setText(row.name());
            name.setMinWidth(USE_PREF_SIZE);
            rate.setMinWidth(USE_PREF_SIZE);
            word.setMinWidth(WORD);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            rate.getStyleClass().addAll("number", "device-rate");
            icon.getStyleClass().add("reason-icon");
            word.getStyleClass().add("device-word");
            getChildren().addAll(badge, name, space, rate, icon, word);
        }

        void show(DeviceRow row) {
            rate.setText(Double.isNaN(row.rate()) ? TimeText.MISSING : TimeText.number(row.rate(), 1));
            icon.setIconCode(
                    switch (row.health()) {
                        case OK -> MaterialDesignC.CHECK_CIRCLE;
                        case WARN -> MaterialDesignA.ALERT;
                        case BAD -> MaterialDesignC.CLOSE_CIRCLE;
                    });
            icon.getStyleClass().removeAll("warn", "bad");
            switch (row.health()) {
                case OK -> {}
                case WARN -> icon.getStyleClass().add("warn");
                case BAD -> icon.getStyleClass().add("bad");
            }
            word.setText(row.word());
            setAccessibleText("%s, %s hertz, %s".formatted(row.name(), rate.getText(), row.word()));
        }
    }

    DeviceList() {
        super(2);
        armCount.getStyleClass().addAll("number", "card-count");
        cameraCount.getStyleClass().addAll("number", "card-count");
    }

    void onSelect(IntConsumer listener) {
        onSelect = listener;
    }

    void move(boolean down) {
        select(Math.clamp(selected + (down ? 1 : -1), 0, Math.max(0, lines.size() - 1)));
    }

    private void select(int index) {
        selected = index;
        onSelect.accept(index);
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).pseudoClassStateChanged(SELECTED, i == selected);
        }
    }

    void show(List<DeviceRow> rows, int arms) {
        if (lines.size() != rows.size()) {
            build(rows, arms);
        }
        for (int i = 0; i < rows.size(); i++) {
            lines.get(i).show(rows.get(i));
        }
        armCount.setText(count(rows.subList(0, arms)));
        cameraCount.setText(count(rows.subList(arms, rows.size())));
    }

    private static String count(List<DeviceRow> rows) {
        long good = rows.stream()
                .filter(row -> row.health() != DeviceRow.Health.BAD)
                .count();
        return "%d/%d".formatted(good, rows.size());
    }

    private void build(List<DeviceRow> rows, int arms) {
        lines.clear();
        getChildren().clear();
        getChildren().add(heading("ARMS", armCount));
        for (int i = 0; i < rows.size(); i++) {
            if (i == arms) {
                getChildren().add(heading("CAMERAS", cameraCount));
            }
            Line line = new Line(rows.get(i));
            int index = i;
            line.setOnMouseClicked(clicked -> select(index));
            lines.add(line);
            getChildren().add(line);
        }
        select(selected);
    }

    private static HBox heading(String word, Label count) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = StationPane.line(StationPane.title(word), space, count);
        row.getStyleClass().add("device-heading");
        return row;
    }
}

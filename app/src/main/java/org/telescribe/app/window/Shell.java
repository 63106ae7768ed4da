package org.telescribe.app.window;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Rail, top bar, content, status strip. Regions keep their place in every state.
final class Shell extends BorderPane {
    private static final double TOP_BAR_HEIGHT = 40;
    private static final double STATUS_HEIGHT = 28;
    private static final double RECORD_BAR_HEIGHT = 4;

    private final Map<Workspace, ToggleButton> rail = new EnumMap<>(Workspace.class);
    private final StackPane content = new StackPane();
    private final Label crumb = new Label("Telescribe");
    private final Label here = new Label();
    private final ArmChip armChip = new ArmChip();
    private final Button hold = new Button("HOLD  F12");
    private final Region recordBar = new Region();
    private final Label message = new Label();
    private final Label memory = new Label();
    private final Label keys = new Label();
    private Workspace current = Workspace.COLLECT;
    private Predicate<Workspace> mayLeave = ignored -> true;
    private Node collect = new Region();

    Shell() {
        setLeft(buildRail());
        VBox top = new VBox(buildTopBar(), recordBar);
        recordBar.getStyleClass().add("record-bar");
        recordBar.setMinHeight(RECORD_BAR_HEIGHT);
        recordBar.setMaxHeight(RECORD_BAR_HEIGHT);
        recordBar.setManaged(false);
        BorderPane middle = new BorderPane(content);
        middle.setTop(top);
        middle.setBottom(buildStatus());
        setCenter(middle);
        go(Workspace.COLLECT);
    }

    private Node buildRail() {
        VBox box = new VBox(2);
        box.getStyleClass().add("rail");
        ToggleGroup group = new ToggleGroup();
        for (Workspace workspace : Workspace.values()) {
            ToggleButton item = new ToggleButton(workspace.word(), new FontIcon(workspace.icon()));
            item.setContentDisplay(ContentDisplay.TOP);
            item.getStyleClass().add("rail-item");
            item.setToggleGroup(group);
            item.setTooltip(new Tooltip("%s  Ctrl+%d".formatted(workspace.word(), workspace.ordinal() + 1)));
            item.setOnAction(pressed -> go(workspace));
            rail.put(workspace, item);
            box.getChildren().add(item);
        }
        return box;
    }

    private Node buildTopBar() {
        crumb.getStyleClass().add("crumb");
        here.getStyleClass().add("crumb-here");
        hold.getStyleClass().add("top-hold");
        hold.setGraphic(new FontIcon(MaterialDesignP.PAUSE_OCTAGON));
        hold.setFocusTraversable(false);
        hold.setVisible(false);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(here, crumb, space, armChip, hold);
        bar.getStyleClass().add("top-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setMinHeight(TOP_BAR_HEIGHT);
        bar.setMaxHeight(TOP_BAR_HEIGHT);
        return bar;
    }

    private Node buildStatus() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        memory.getStyleClass().add("number");
        HBox strip = new HBox(message, space, memory, keys);
        strip.getStyleClass().add("status-strip");
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.setMinHeight(STATUS_HEIGHT);
        strip.setMaxHeight(STATUS_HEIGHT);
        return strip;
    }

    /// Asked before Collect is left.
    void guardLeaving(Predicate<Workspace> guard) {
        mayLeave = guard;
    }

    void onHold(Runnable action) {
        hold.setOnAction(pressed -> action.run());
        hold.setVisible(true);
    }

    void collect(Node node) {
        collect = node;
        if (current == Workspace.COLLECT) {
            content.getChildren().setAll(collect);
        }
    }

    /// Goes to a workspace, unless leaving the current one is refused.
    void go(Workspace workspace) {
        boolean leaves = workspace != current;
        if (!leaves || mayLeave.test(workspace)) {
            current = workspace;
        }
        ToggleButton item = rail.get(current);
        if (item != null) {
            item.setSelected(true);
        }
        here.setText(current.word());
        Node shown = current == Workspace.COLLECT ? collect : EmptyPane.notYet(current);
        content.getChildren().setAll(shown);
    }

    Workspace current() {
        return current;
    }

    ArmChip armChip() {
        return armChip;
    }

    void crumb(String text) {
        crumb.setText(text);
    }

    void message(String text) {
        message.setText(text);
    }

    void memory(String text) {
        memory.setText(text);
    }

    void keys(String text) {
        keys.setText(text);
    }

    void recording(boolean on) {
        recordBar.getStyleClass().remove("on");
        if (on) {
            recordBar.getStyleClass().add("on");
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        recordBar.resizeRelocate(0, TOP_BAR_HEIGHT, getWidth(), RECORD_BAR_HEIGHT);
    }
}

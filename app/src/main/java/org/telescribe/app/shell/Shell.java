package org.telescribe.app.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
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
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.telescribe.app.command.Command;

/// Rail, top bar, content, status strip, and the layers above them. Regions keep their place in every
/// state.
public final class Shell extends StackPane {
    private static final double TOP_BAR_HEIGHT = 40;
    private static final double STATUS_HEIGHT = 28;
    private static final double RECORD_BAR_HEIGHT = 4;
    private static final double PALETTE_WIDTH = 300;

    private final Map<Workspace, ToggleButton> rail = new EnumMap<>(Workspace.class);
    private final Map<Workspace, Node> contents = new EnumMap<>(Workspace.class);
    private final BorderPane frame = new BorderPane();
    private final StackPane content = new StackPane();
    private final Label crumb = new Label("Telescribe");
    private final Label here = new Label();
    private final ArmChip armChip = new ArmChip();
    private final Button hold = new Button("HOLD  F12");
    private final Region recordBar = new Region();
    private final Label message = new Label();
    private final Label memory = new Label();
    private final Label keys = new Label();
    private final Consumer<Command> run;
    private Workspace current = Workspace.COLLECT;
    private Predicate<Workspace> mayLeave = ignored -> true;
    private boolean paged;
    private Runnable arrived = () -> {};

    /// A shell that shows Collect.
    ///
    /// @param run does what a rail item or the top bar asks for
    public Shell(Consumer<Command> run) {
        this.run = run;
        getStyleClass().add("shell");
        frame.setLeft(buildRail());
        recordBar.getStyleClass().add("record-bar");
        recordBar.setManaged(false);
        BorderPane middle = new BorderPane(content);
        middle.setTop(buildTopBar());
        middle.setBottom(buildStatus());
        frame.setCenter(middle);
        frame.getChildren().add(recordBar);
        getChildren().add(frame);
        for (Workspace workspace : Workspace.values()) {
            contents.put(workspace, EmptyPane.notYet(workspace));
        }
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
            item.setTooltip(new Tooltip(
                    "%s  %s".formatted(workspace.word(), workspace.command().keyWord())));
            item.setOnAction(pressed -> {
                run.accept(workspace.command());
                select();
            });
            item.setAccessibleText("workspace %s".formatted(workspace.word()));
            rail.put(workspace, item);
            box.getChildren().add(item);
        }
        return box;
    }

    private Node buildTopBar() {
        crumb.getStyleClass().add("crumb");
        here.getStyleClass().add("crumb-here");
        here.setMinWidth(Region.USE_PREF_SIZE);
        Button palette = new Button("Search or run a command", new FontIcon(MaterialDesignM.MAGNIFY));
        palette.getStyleClass().add("palette-field");
        palette.setMinWidth(PALETTE_WIDTH);
        palette.setFocusTraversable(false);
        palette.setOnAction(pressed -> run.accept(Command.PALETTE));
        Label paletteKey = new Label(Command.PALETTE.keyWord());
        paletteKey.getStyleClass().add("palette-key");
        paletteKey.setMouseTransparent(true);
        StackPane field = new StackPane(palette, paletteKey);
        StackPane.setAlignment(paletteKey, Pos.CENTER_RIGHT);
        hold.getStyleClass().add("top-hold");
        hold.setGraphic(new FontIcon(MaterialDesignP.PAUSE_OCTAGON));
        hold.setFocusTraversable(false);
        hold.setVisible(false);
        hold.setOnAction(pressed -> run.accept(Command.HOLD));
        hold.setAccessibleText("HOLD: stop both arms");
        armChip.setOnMouseClicked(clicked -> run.accept(Command.HOLD));
        HBox before = new HBox(12, here, crumb);
        before.setAlignment(Pos.CENTER_LEFT);
        before.setMinWidth(0);
        HBox.setHgrow(before, Priority.ALWAYS);
        HBox after = new HBox(12, armChip, hold);
        after.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(after, Priority.ALWAYS);
        before.setPrefWidth(PALETTE_WIDTH);
        after.setPrefWidth(PALETTE_WIDTH);
        HBox bar = new HBox(before, field, after);
        bar.getStyleClass().add("top-bar");
        bar.setAlignment(Pos.CENTER);
        bar.setMinHeight(TOP_BAR_HEIGHT);
        bar.setMaxHeight(TOP_BAR_HEIGHT);
        return bar;
    }

    private Node buildStatus() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        memory.getStyleClass().add("number");
        memory.setMinWidth(Region.USE_PREF_SIZE);
        keys.setMinWidth(Region.USE_PREF_SIZE);
        message.setAccessibleText("messages");
        HBox strip = new HBox(message, space, memory, keys);
        strip.getStyleClass().add("status-strip");
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.setMinHeight(STATUS_HEIGHT);
        strip.setMaxHeight(STATUS_HEIGHT);
        return strip;
    }

    /// Asked before the current workspace is left.
    ///
    /// @param guard whether it may be left for another
    public void guardLeaving(Predicate<Workspace> guard) {
        mayLeave = guard;
    }

    /// Told after a workspace was gone to.
    ///
    /// @param action what is done then
    public void onArrived(Runnable action) {
        arrived = action;
    }

    /// Offers the HOLD button.
    ///
    /// @param offered whether there are arms
    public void offerHold(boolean offered) {
        hold.setVisible(offered);
    }

    /// Puts a workspace's content in place.
    ///
    /// @param workspace which
    /// @param node what it shows from now on
    public void fill(Workspace workspace, Node node) {
        contents.put(workspace, node);
        if (current == workspace && !paged) {
            content.getChildren().setAll(node);
        }
    }

    /// Goes to a workspace, unless leaving the current one is refused.
    ///
    /// @param workspace where to
    public void go(Workspace workspace) {
        boolean leaves = workspace != current;
        if (leaves && !mayLeave.test(workspace)) {
            select();
            return;
        }
        current = workspace;
        paged = false;
        select();
        here.setText(current.word());
        content.getChildren().setAll(Objects.requireNonNull(contents.get(current)));
        arrived.run();
    }

    private void select() {
        Objects.requireNonNull(rail.get(current)).setSelected(true);
    }

    /// Lays a layer over everything.
    ///
    /// @param layer hides itself when it is not wanted
    public void addLayer(Node layer) {
        getChildren().add(layer);
    }

    /// Shows a page in the place of the workspace's content, unless leaving the workspace is
    /// refused; going to any workspace takes it away.
    ///
    /// @param title its name
    /// @param page what is shown
    public void showPage(String title, Node page) {
        if (!mayLeave.test(current)) {
            return;
        }
        paged = true;
        here.setText(title);
        crumb.setText("");
        content.getChildren().setAll(page);
        page.requestFocus();
    }

    /// {@return whether a page is shown}
    public boolean isPaged() {
        return paged;
    }

    /// {@return the workspace that is shown}
    public Workspace current() {
        return current;
    }

    /// {@return the node that the current workspace shows}
    public Node shown() {
        return content.getChildren().getFirst();
    }

    /// {@return where the arms' state is}
    public ArmChip armChip() {
        return armChip;
    }

    /// Says what is open.
    ///
    /// @param text dataset and episode, or station
    public void crumb(String text) {
        crumb.setText(text);
    }

    /// Says something in the status strip.
    ///
    /// @param text a sentence
    public void message(String text) {
        message.setText(text);
    }

    /// Says how much memory is used.
    ///
    /// @param text numbers with unit
    public void memory(String text) {
        memory.setText(text);
    }

    /// Says which keys mean something here.
    ///
    /// @param text keys and words
    public void keys(String text) {
        keys.setText(text);
    }

    /// Shows or hides the bar of recording.
    ///
    /// @param on whether an episode is recorded
    public void recording(boolean on) {
        boolean shown = recordBar.getStyleClass().contains("on");
        if (on && !shown) {
            recordBar.getStyleClass().add("on");
        } else if (!on && shown) {
            recordBar.getStyleClass().remove("on");
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double railWidth = frame.getLeft().getLayoutBounds().getWidth();
        recordBar.resizeRelocate(railWidth, TOP_BAR_HEIGHT, getWidth() - railWidth, RECORD_BAR_HEIGHT);
    }
}

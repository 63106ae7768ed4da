package org.telescribe.app.shell;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Search or run: a field and what it finds, below the top bar. Esc gives the focus back to where it
/// was.
public final class PaletteOverlay extends StackPane {
    private static final double WIDTH = 560;
    private static final double ROW = 32;
    private static final int ROWS = 10;
    private static final double TOP = 44;

    private final TextField field = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>();
    private final Function<String, List<PaletteEntry>> search;
    private @Nullable Node before;

    /// A palette that is not shown.
    ///
    /// @param search what a query finds, best first
    public PaletteOverlay(Function<String, List<PaletteEntry>> search) {
        this.search = search;
        setVisible(false);
        setPickOnBounds(true);
        field.setPromptText("Search or run");
        field.setAccessibleText("search or run a command");
        field.textProperty().addListener((text, old, now) -> refresh());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        list.setCellFactory(view -> new Cell());
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label("Nothing fits. Fewer letters find more."));
        list.setOnMouseClicked(clicked -> run());
        VBox box = new VBox(8, field, list);
        box.getStyleClass().add("palette");
        box.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        box.setTranslateY(TOP);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        getChildren().add(box);
        setOnMousePressed(pressed -> {
            if (pressed.getTarget() == this) {
                close();
            }
        });
    }

    /// Opens it with an empty field.
    public void open() {
        before = getScene() == null ? null : getScene().getFocusOwner();
        field.clear();
        refresh();
        setVisible(true);
        toFront();
        field.requestFocus();
    }

    /// Closes it and gives the focus back.
    public void close() {
        setVisible(false);
        Node back = before;
        if (back != null) {
            back.requestFocus();
        }
    }

    private void refresh() {
        list.getItems().setAll(search.apply(field.getText()));
        double rows = Math.clamp(list.getItems().size(), 1, ROWS);
        list.setPrefHeight(rows * ROW + 2);
        list.setMinHeight(rows * ROW + 2);
        list.getSelectionModel().selectFirst();
    }

    private void keyPressed(KeyEvent event) {
        int size = list.getItems().size();
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> select(Math.min(size - 1, at + 1));
            case UP -> select(Math.max(0, at - 1));
            case ENTER -> run();
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - ROWS + 1));
    }

    private void run() {
        PaletteEntry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close();
            chosen.action().run();
        }
    }

    /// A line with words at the left and a hint at the right.
    private static final class Cell extends ListCell<PaletteEntry> {
        private final Label words = new Label();
        private final Label hint = new Label();
        private final HBox row;

        Cell() {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            hint.getStyleClass().add("palette-key");
            hint.setMinWidth(USE_PREF_SIZE);
            row = new HBox(12, words, space, hint);
            row.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            boolean nothing = empty || entry == null;
            setGraphic(nothing ? null : row);
            if (entry != null) {
                words.setText(entry.words());
                hint.setText(entry.hint());
                hint.setVisible(!entry.hint().isEmpty());
                setAccessibleText(entry.words());
            }
        }
    }
}

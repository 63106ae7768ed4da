package org.telescribe.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.telescribe.app.command.Command;
import org.telescribe.app.command.KeyStroke;
import org.telescribe.app.command.Scope;

/// The keys that mean something on this screen, at the right edge; what is played or recorded beside it
/// goes on. F1 opens and closes it.
public final class KeysOverlay extends StackPane {
    private static final double WIDTH = 420;
    private static final double CAP = 118;

    private final VBox box = new VBox(4);

    /// An overlay that is not shown.
    public KeysOverlay() {
        setVisible(false);
        setPickOnBounds(false);
        box.getStyleClass().add("keys-list");
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("keys-overlay");
        scroll.setMaxWidth(WIDTH);
        scroll.setPrefWidth(WIDTH);
        StackPane.setAlignment(scroll, Pos.CENTER_RIGHT);
        getChildren().add(scroll);
    }

    /// Opens it, or closes it when it is open.
    ///
    /// @param inForce scopes of the screen that is shown, the most special first
    public void toggle(List<Scope> inForce) {
        if (isVisible()) {
            setVisible(false);
            return;
        }
        List<Node> rows = new ArrayList<>();
        Label title = new Label("Keys on this screen");
        title.getStyleClass().add("section-title");
        rows.add(title);
        for (Scope scope : inForce) {
            rows.add(section(scope));
        }
        rows.add(section(Scope.GLOBAL));
        Label close = new Label("F1 or Esc closes");
        close.getStyleClass().add("hint");
        rows.add(close);
        box.getChildren().setAll(rows);
        setVisible(true);
        toFront();
    }

    /// {@return all keys of a few scopes, as the settings page and the overlay show them}
    ///
    /// @param scopes which
    public static Node all(Set<Scope> scopes) {
        HBox columns = new HBox(32);
        for (Scope scope : scopes) {
            columns.getChildren().add(section(scope));
        }
        return columns;
    }

    private static Node section(Scope scope) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys-grid");
        Label name = new Label(scope.words());
        name.getStyleClass().add("keys-scope");
        grid.add(name, 0, 0, 2, 1);
        int row = 1;
        for (Command command : Command.values()) {
            if (command.scope() == scope && !command.keys().isEmpty()) {
                HBox caps = new HBox(4);
                caps.setMinWidth(CAP);
                for (KeyStroke key : command.keys()) {
                    Label cap = new Label(key.toString());
                    cap.getStyleClass().addAll("number", "keycap");
                    caps.getChildren().add(cap);
                }
                Label words = new Label(command.words());
                words.getStyleClass().add("secondary");
                grid.add(caps, 0, row);
                grid.add(words, 1, row);
                row++;
            }
        }
        return grid;
    }
}

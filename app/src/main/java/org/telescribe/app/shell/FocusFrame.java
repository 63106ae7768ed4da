package org.telescribe.app.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// A frame round the whole window while arms can move and keys do not reach the program. Recording goes
/// on.
public final class FocusFrame extends StackPane {
    /// A frame that is not shown.
    public FocusFrame() {
        getStyleClass().add("focus-frame");
        setVisible(false);
        setMouseTransparent(true);
        Label words = new Label("Keys and pedal are not reaching Telescribe. Click here.");
        words.getStyleClass().add("focus-words");
        StackPane.setAlignment(words, Pos.TOP_CENTER);
        getChildren().add(words);
    }

    /// Shows or hides it.
    ///
    /// @param armed whether arms can move
    /// @param focused whether the window has the keyboard
    /// @return whether it has just appeared
    public boolean show(boolean armed, boolean focused) {
        boolean wanted = armed && !focused;
        boolean appears = wanted && !isVisible();
        setVisible(wanted);
        if (appears) {
            toFront();
        }
        return appears;
    }
}

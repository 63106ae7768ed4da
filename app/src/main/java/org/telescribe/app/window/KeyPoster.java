package org.telescribe.app.window;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Presses keys as a person does: events go to whatever has the focus.
final class KeyPoster {
    private final Scene scene;

    KeyPoster(Scene scene) {
        this.scene = scene;
    }

    void press(KeyCode code) {
        press(code, false);
    }

    void press(KeyCode code, boolean ctrl) {
        fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, ctrl, false, false));
        fire(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, ctrl, false, false));
    }

    void type(String text) {
        for (int i = 0; i < text.length(); i++) {
            String letter = text.substring(i, i + 1);
            fire(new KeyEvent(KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false));
        }
    }

    private void fire(KeyEvent event) {
        Node focused = scene.getFocusOwner();
        Event.fireEvent(focused == null ? scene.getRoot() : focused, event);
    }
}

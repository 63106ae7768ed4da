package org.telescribe.app.command;

import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A key with its modifiers.
///
/// @param code the key
/// @param ctrl whether Ctrl is down
/// @param shift whether Shift is down
/// @param alt whether Alt is down
public record KeyStroke(KeyCode code, boolean ctrl, boolean shift, boolean alt) {
    private static final Map<KeyCode, String> WORDS = Map.ofEntries(
            Map.entry(KeyCode.COMMA, ","),
            Map.entry(KeyCode.PERIOD, "."),
            Map.entry(KeyCode.OPEN_BRACKET, "["),
            Map.entry(KeyCode.CLOSE_BRACKET, "]"),
            Map.entry(KeyCode.BACK_SLASH, "\\"),
            Map.entry(KeyCode.MINUS, "-"),
            Map.entry(KeyCode.EQUALS, "="),
            Map.entry(KeyCode.SLASH, "/"),
            Map.entry(KeyCode.ESCAPE, "Esc"),
            Map.entry(KeyCode.PAGE_UP, "PageUp"),
            Map.entry(KeyCode.PAGE_DOWN, "PageDown"));

    /// Reads a stroke as it is written in the table, such as `Ctrl+Shift+Z` or `,`.
    ///
    /// @param text modifiers and key, joined by plus signs
    /// @return the stroke
    public static KeyStroke of(String text) {
        String[] parts = text.split("\\+", -1);
        boolean ctrl = false;
        boolean shift = false;
        boolean alt = false;
        for (int i = 0; i < parts.length - 1; i++) {
            switch (parts[i]) {
                case "Ctrl" -> ctrl = true;
                case "Shift" -> shift = true;
                case "Alt" -> alt = true;
                default -> throw new IllegalArgumentException("no such modifier: " + text);
            }
        }
        return new KeyStroke(code(parts[parts.length - 1]), ctrl, shift, alt);
    }

    private static KeyCode code(String word) {
        for (Map.Entry<KeyCode, String> known : WORDS.entrySet()) {
            if (known.getValue().equals(word)) {
                return known.getKey();
            }
        }
        KeyCode code = KeyCode.getKeyCode(word);
        if (code == null) {
            throw new IllegalArgumentException("no such key: " + word);
        }
        return code;
    }

    /// {@return whether this is the stroke of a key event}
    ///
    /// @param event a key press
    public boolean matches(KeyEvent event) {
        return event.getCode() == code
                && (event.isControlDown() || event.isMetaDown()) == ctrl
                && event.isShiftDown() == shift
                && event.isAltDown() == alt;
    }

    @Override
    public String toString() {
        String word = WORDS.getOrDefault(code, code.getName());
        return (ctrl ? "Ctrl+" : "") + (shift ? "Shift+" : "") + (alt ? "Alt+" : "") + word;
    }
}

package org.telescribe.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.devices.core.time.SystemSessionClock;

/// The window without a station, by keys alone.
class TelescribeWindowTest {
    @TempDir
    private Path home = Path.of("");

    private TelescribeWindow window;
    private KeyPoster keys;

    @BeforeEach
    void open() throws Exception {
        AppFolders folders = HomeFolders.below(home);
        SystemSessionClock clock = new SystemSessionClock();
        window = FxThread.call(() -> {
            TelescribeWindow shown = new TelescribeWindow(new Stage(), clock, WindowParts.usual(clock, folders));
            shown.showAlone();
            return shown;
        });
        keys = new KeyPoster(window.scene());
    }

    @AfterEach
    void close() throws Exception {
        FxThread.call(() -> {
            window.close();
            return true;
        });
        window.awaitClosed();
    }

    private String textOf(Node node) {
        StringBuilder text = new StringBuilder();
        if (node instanceof Label label && label.isVisible()) {
            text.append(label.getText()).append('\n');
        }
        if (node instanceof Parent parent && node.isVisible()) {
            parent.getChildrenUnmodifiable().forEach(child -> text.append(textOf(child)));
        }
        return text.toString();
    }

    private String after(Runnable press) throws Exception {
        return FxThread.call(() -> {
            press.run();
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return textOf(window.scene().getRoot());
        });
    }

    @Test
    void eachWorkspaceIsReachedByItsKeyAndSaysWhatToDo() throws Exception {
        assertTrue(after(() -> keys.press(KeyCode.DIGIT4, true)).contains("Open an episode"));
        assertTrue(after(() -> keys.press(KeyCode.DIGIT3, true)).contains("datasets"));
    }

    @Test
    void thePaletteRunsWhatIsTyped() throws Exception {
        String page = after(() -> {
            keys.press(KeyCode.K, true);
            keys.type("about");
            keys.press(KeyCode.ENTER);
        });
        assertTrue(page.contains("Inter (font)"), page);
        assertTrue(page.contains("SIL OPEN FONT LICENSE"), "the fonts' licence is part of the page");
    }

    @Test
    void settingsOpenByKeyAndEscGoesBack() throws Exception {
        assertTrue(after(() -> keys.press(KeyCode.COMMA, true)).contains("Who teleoperates"));
        assertFalse(after(() -> {
                    window.scene().getRoot().requestFocus();
                    keys.press(KeyCode.ESCAPE);
                })
                .contains("Who teleoperates"));
    }

    @Test
    void aPageTakesTheKeysOfTheScreenBelowItAway() throws Exception {
        String overlay = after(() -> {
            keys.press(KeyCode.COMMA, true);
            keys.press(KeyCode.F1);
        });
        assertTrue(overlay.contains("Keys on this screen"), overlay);
        assertFalse(overlay.contains("Arm, start, stop"), "Enter would arm arms that nobody looks at");
    }

    @Test
    void theKeysOverlayShowsTheScreensKeys() throws Exception {
        keysOf(KeyCode.DIGIT4, "One frame on");
    }

    private void keysOf(KeyCode workspace, String words) throws Exception {
        String overlay = after(() -> {
            keys.press(workspace, true);
            keys.press(KeyCode.F1);
        });
        assertTrue(overlay.contains(words), overlay);
        assertEquals(false, after(() -> keys.press(KeyCode.F1)).contains(words));
    }
}

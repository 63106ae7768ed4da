package org.telescribe.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.annotator.labels.store.LabelSession;
import org.telescribe.app.cli.TelescribeCommand;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.viewer3d.fx.player.PlayerPane;

/// Drafts that come with videos and without a dataset, opened for judging.
class JudgingVideosTest {
    @TempDir
    private Path home = Path.of("");

    private TelescribeWindow window;

    /// Data made by others lies beside the repository; without it the test is skipped.
    private static Path shared(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/data"))) {
            folder = folder.getParent();
        }
        Path found =
                folder == null ? Path.of(name) : folder.resolve("shared/data").resolve(name);
        assumeTrue(Files.isDirectory(found), "skipped: shared/data/%s is not there".formatted(name));
        return found;
    }

    @BeforeEach
    void open() throws Exception {
        AppFolders folders = HomeFolders.below(home);
        int imported = TelescribeCommand.commandLine(folders)
                .execute("labels", "import", shared("annot-finevla-demo").toString());
        assertEquals(0, imported);
        SystemSessionClock clock = new SystemSessionClock();
        window = FxThread.call(() -> {
            TelescribeWindow shown = new TelescribeWindow(new Stage(), clock, WindowParts.usual(clock, folders));
            shown.showAlone();
            return shown;
        });
    }

    @AfterEach
    void close() throws Exception {
        TelescribeWindow opened = window;
        if (opened != null) {
            FxThread.call(() -> {
                opened.close();
                return true;
            });
            opened.awaitClosed();
        }
    }

    @Test
    void theClipPlaysAndItsStepsAreThere() throws Exception {
        FxThread.call(() -> {
            new KeyPoster(window.scene()).press(KeyCode.DIGIT5, true);
            return true;
        });
        FxThread.await(() -> window.annotate().session() != null);
        LabelSession session = window.annotate().session();
        assertNotNull(session);
        assertEquals("", window.annotate().failure());
        assertEquals(5, session.task().steps().size());
        FxThread.await(() -> {
            PlayerPane pane = window.annotate().pane();
            return pane != null
                    && pane.player().clip().rows() > 10
                    && pane.player().tickNanos() > 0;
        });
    }
}

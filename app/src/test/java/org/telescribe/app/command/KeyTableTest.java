package org.telescribe.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class KeyTableTest {
    @Test
    void noKeyMeansTwoThingsAtOnce() {
        assertEquals(List.of(), KeyTable.conflicts());
    }

    @Test
    void spaceIsHoldWhereverArmsCanMove() {
        assertEquals(Command.COLLECT_HOLD, press(KeyCode.SPACE, Scope.COLLECT));
        assertEquals(Command.VERDICT_HOLD, press(KeyCode.SPACE, Scope.VERDICT));
        for (Scope scope : Scope.values()) {
            assertEquals(Command.HOLD, press(KeyCode.F12, scope), scope.words());
        }
    }

    @Test
    void aKeyOfAnotherScreenMeansNothing() {
        KeyEvent space = event(KeyCode.SPACE);
        assertTrue(KeyTable.find(space, Set.of(Scope.LIBRARY)).isEmpty());
    }

    @Test
    void aHeldKeyNeitherRecordsNorJudges() {
        for (Command command : Command.values()) {
            if (command.scope() == Scope.COLLECT || command.scope() == Scope.VERDICT) {
                assertFalse(command.repeats(), command.words());
            }
        }
        assertTrue(Command.FRAME_ON.repeats());
    }

    @Test
    void thePaletteFindsByAnyWordInAnyOrder() {
        assertEquals(Command.GO_LIBRARY, KeyTable.search("library go", Set.of()).getFirst());
        assertFalse(KeyTable.search("keep", Set.of(Scope.COLLECT)).contains(Command.KEEP));
        assertTrue(KeyTable.search("keep", Set.of(Scope.VERDICT)).contains(Command.KEEP));
    }

    @Test
    void theGuidesPageOfKeysIsTheTable() throws IOException {
        Path page = repository().resolve("docs/guide/keys.md");
        if (Boolean.getBoolean("telescribe.write-golden")) {
            Files.writeString(page, KeyTable.markdown());
        }
        assertEquals(
                KeyTable.markdown(),
                Files.readString(page),
                "docs/guide/keys.md is old; run the test with -Dtest.args=-Dtelescribe.write-golden=true");
    }

    private static Path repository() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("telescribe"))) {
            Path parent = here.getParent();
            assertTrue(parent != null, "no repository above the working directory");
            here = parent;
        }
        return here;
    }

    private static Command press(KeyCode code, Scope scope) {
        return KeyTable.find(event(code), Set.of(scope)).orElseThrow();
    }

    private static KeyEvent event(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }
}

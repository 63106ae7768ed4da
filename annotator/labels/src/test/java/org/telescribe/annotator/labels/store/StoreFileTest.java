package org.telescribe.annotator.labels.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.annotator.labels.model.LabelsException;
import org.telescribe.devices.core.time.SteppedClock;

class StoreFileTest {
    private final Path folder;
    private final Path file;

    StoreFileTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("labels.db");
    }

    private static String ask(StoreFile store, String sql) {
        return store.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                return rows.next() ? rows.getString(1) : "";
            }
        });
    }

    private static LabelsException refusal(Path file) {
        return assertThrows(LabelsException.class, () -> LabelStore.open(file, new SteppedClock(0)));
    }

    @Test
    void newFileSaysWhoseItIsAndForcesEveryCommit() {
        try (StoreFile store = StoreFile.open(folder.resolve("new/labels.db"), StoreSchema.MIGRATIONS)) {
            assertEquals("wal", ask(store, "PRAGMA journal_mode"));
            assertEquals("2", ask(store, "PRAGMA synchronous"));
            assertEquals("1", ask(store, "PRAGMA foreign_keys"));
            assertEquals("5000", ask(store, "PRAGMA busy_timeout"));
            assertEquals(Integer.toString(0x54534C42), ask(store, "PRAGMA application_id"));
            assertEquals("1", ask(store, "PRAGMA user_version"));
        }
    }

    @Test
    void anyNameOfAFileWillDo() {
        for (String name : List.of("a b?c=d&e.db", "50%25 #1.db", "标签 ложка.db")) {
            Path odd = folder.resolve("odd ?#%20").resolve(name);
            StoreFile.open(odd, StoreSchema.MIGRATIONS).close();
            assertTrue(Files.isRegularFile(odd), name);
        }
    }

    @Test
    void newerFileIsRefusedAndLeftAsItIs() throws IOException {
        List<String> later = new ArrayList<>(StoreSchema.MIGRATIONS);
        later.add("ALTER TABLE task ADD COLUMN mood TEXT;");
        StoreFile.open(file, later).close();
        byte[] before = Files.readAllBytes(file);
        assertTrue(refusal(file).sentence().contains("is of version 2; this program knows versions up to 1"));
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void olderFileIsBroughtUpAndKeepsWhatItHas() {
        LabelStore.open(file, new SteppedClock(0)).close();
        List<String> later = new ArrayList<>(StoreSchema.MIGRATIONS);
        later.add("ALTER TABLE store ADD COLUMN mood TEXT DEFAULT 'fine'; CREATE TABLE extra(a);");
        String id;
        try (StoreFile old = StoreFile.open(file, StoreSchema.MIGRATIONS)) {
            id = ask(old, "SELECT store_id FROM store");
        }
        try (StoreFile store = StoreFile.open(file, later)) {
            assertEquals("fine", ask(store, "SELECT mood FROM store"));
            assertEquals("2", ask(store, "PRAGMA user_version"));
            assertEquals(id, ask(store, "SELECT store_id FROM store"));
        }
    }

    @Test
    void migrationThatFailsLeavesTheOldVersion() {
        StoreFile.open(file, StoreSchema.MIGRATIONS).close();
        List<String> later = new ArrayList<>(StoreSchema.MIGRATIONS);
        later.add("CREATE TABLE extra(a); CREATE TABLE extra(a);");
        assertThrows(LabelsException.class, () -> StoreFile.open(file, later));
        try (StoreFile store = StoreFile.open(file, StoreSchema.MIGRATIONS)) {
            assertEquals("", ask(store, "SELECT name FROM sqlite_schema WHERE name = 'extra'"));
        }
    }

    @Test
    void fileOfAnotherProgramIsRefusedAndLeftAsItIs() throws IOException, SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("CREATE TABLE songs(title)");
        }
        byte[] before = Files.readAllBytes(file);
        assertTrue(refusal(file).sentence().contains("belongs to another program. It was not changed."));
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void fileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws IOException {
        byte[] text = "this is a letter, not a database, and it is long enough to be sure of that"
                .repeat(20)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(file, text);
        assertTrue(refusal(file).sentence().contains("is damaged or no store of labels"));
        assertArrayEquals(text, Files.readAllBytes(file));
        assertFalse(Files.exists(folder.resolve("labels.db-wal")));
    }
}

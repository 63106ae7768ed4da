package org.telescribe.annotator.labels.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.telescribe.annotator.labels.model.LabelsException;

/// What SQLite refuses, in words for people.
final class StoreTrouble {
    private static final int PRIMARY_CODE = 0xff;

    private StoreTrouble() {}

    static LabelsException of(Path file, SQLException refused) {
        return new LabelsException("%s What was saved before is safe.".formatted(words(file, refused)), refused);
    }

    private static String words(Path file, SQLException refused) {
        return switch (code(refused)) {
            case SQLITE_FULL -> "Not saved: the disk of %s is full. Free 20 MB there.".formatted(file);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                "Not saved: another program holds %s for more than 5 s. End it or wait for it.".formatted(file);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN ->
                "Not saved: %s cannot be written. Give yourself the right to write it and its folder.".formatted(file);
            case SQLITE_IOERR ->
                "Not saved: the disk of %s does not answer. Check its cable and its health.".formatted(file);
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                "%s is damaged or no store of labels. Put it aside and take the last copy.".formatted(file);
            default -> "Not saved: %s refuses (%s). Check the disk.".formatted(file, refused.getMessage());
        };
    }

    private static SQLiteErrorCode code(SQLException refused) {
        if (refused instanceof SQLiteException known) {
            return SQLiteErrorCode.getErrorCode(known.getResultCode().code & PRIMARY_CODE);
        }
        return SQLiteErrorCode.UNKNOWN_ERROR;
    }
}

package org.telescribe.annotator.labels.exchange;

import java.io.IOException;
import java.nio.file.Path;
import org.telescribe.annotator.labels.model.LabelsException;

/// What is wrong with a file, in one form.
final class ImportTrouble {
    private ImportTrouble() {}

    static LabelsException at(Path file, int line, String reason, String remedy) {
        return new LabelsException("%s, line %d: %s. Nothing was imported. %s.".formatted(file, line, reason, remedy));
    }

    static LabelsException unreadable(Path file, IOException refused) {
        return new LabelsException(
                "%s cannot be read: %s. Nothing was imported. Check the name and your right to read it."
                        .formatted(file, refused.getMessage()),
                refused);
    }
}

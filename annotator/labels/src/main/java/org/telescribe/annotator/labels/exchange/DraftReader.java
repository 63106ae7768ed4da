package org.telescribe.annotator.labels.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.LabelsException;

/// Reads whichever of the known kinds of files somebody points at.
public final class DraftReader {
    private static final String RECAP = "recap.json";

    private DraftReader() {}

    /// {@return the drafts, their videos located below the same folder; all of them or, by an exception
    /// with file and reason, none}
    ///
    /// @param source a JSONL file of FineVLA's tool; the project page's samples, as a file or the folder
    ///     that holds `recap.json`; any of RoboFine-Bench's three files, or their folder
    public static List<AnnotationTask> read(Path source) {
        Path folder = Files.isDirectory(source)
                ? source
                : Optional.ofNullable(source.toAbsolutePath().getParent()).orElse(source);
        return VideoFiles.located(drafts(source, folder), folder);
    }

    private static List<AnnotationTask> drafts(Path source, Path folder) {
        if (Files.isDirectory(source)) {
            Path recap = source.resolve(RECAP);
            return Files.exists(recap) ? RecapFile.read(recap) : RoboFineFiles.read(source);
        }
        String name = String.valueOf(source.getFileName());
        if (RoboFineFiles.isName(name)) {
            return RoboFineFiles.read(folder);
        }
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "jsonl" -> FineVlaFile.read(source);
            case "json" -> RecapFile.read(source);
            default ->
                throw new LabelsException(
                        "%s is no kind of draft that is known. Nothing was imported. Choose a .jsonl or .json file, or the folder of a benchmark."
                                .formatted(source));
        };
    }
}

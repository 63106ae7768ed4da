package org.telescribe.annotator.labels.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.LabelsException;
import org.telescribe.annotator.labels.model.TaskVideo;

/// Finds the videos that drafts name, and their hashes.
public final class VideoFiles {
    private static final int CHUNK_BYTES = 1 << 16;

    private VideoFiles() {}

    /// {@return the drafts, their videos named by absolute path and hash where the file is there, and as
    /// before where it is not}
    ///
    /// @param drafts the drafts
    /// @param folder where relative names begin
    public static List<AnnotationTask> located(List<AnnotationTask> drafts, Path folder) {
        return drafts.stream()
                .map(draft -> draft.withVideos(
                        draft.videos().stream()
                                .map(video -> located(video, folder))
                                .toList(),
                        draft.framesPerSecond(),
                        draft.frames()))
                .toList();
    }

    private static TaskVideo located(TaskVideo video, Path folder) {
        try {
            Path file = folder.resolve(video.file()).toAbsolutePath().normalize();
            if (video.file().isEmpty() || !Files.isRegularFile(file)) {
                return video;
            }
            return new TaskVideo(video.view(), file.toString(), sha256(file));
        } catch (InvalidPathException address) {
            return video;
        }
    }

    /// {@return the hash of a file, lower-case hexadecimal}
    ///
    /// @param file the file
    public static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[CHUNK_BYTES];
            int count = in.read(chunk);
            while (count > 0) {
                digest.update(chunk, 0, count);
                count = in.read(chunk);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException refused) {
            throw new LabelsException(
                    "%s cannot be read: %s. Labels are safe. Check the file.".formatted(file, refused.getMessage()),
                    refused);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java platform has SHA-256", never);
        }
    }
}

package org.telescribe.teleop.episode.dataset;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/// Says in a few words why a disk refused.
final class DiskReason {
    private DiskReason() {}

    static String of(IOException refused) {
        String detail = String.valueOf(refused.getMessage());
        String lower = detail.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("quota exceeded")) {
            return "no space left";
        }
        if (refused instanceof AccessDeniedException) {
            return "no permission for " + detail;
        }
        if (refused instanceof NoSuchFileException) {
            return detail + " is missing";
        }
        return detail;
    }
}

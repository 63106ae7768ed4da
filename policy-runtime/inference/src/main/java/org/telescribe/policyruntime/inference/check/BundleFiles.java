package org.telescribe.policyruntime.inference.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.telescribe.policyruntime.inference.bundle.BundleFile;
import org.telescribe.policyruntime.inference.bundle.PolicyManifest;

/// The bytes of a bundle's files, read once: what is hashed is what is used.
final class BundleFiles {
    private final Map<String, byte[]> contents = new HashMap<>();

    /// Reads and hashes all files.
    static BundleFiles read(Path folder, PolicyManifest manifest, List<CheckItem> items) {
        BundleFiles files = new BundleFiles();
        int wrong = 0;
        for (BundleFile file : manifest.files()) {
            try {
                byte[] content = Files.readAllBytes(folder.resolve(file.name()));
                String found = sha256(content);
                if (found.equals(file.sha256())) {
                    files.contents.put(file.name(), content);
                    continue;
                }
                items.add(refused("%s is not the file that the manifest speaks of: its SHA-256 is %s, not %s. Copy the"
                                .formatted(file.name(), found, file.sha256())
                        + " bundle anew."));
            } catch (IOException unreadable) {
                items.add(refused("%s cannot be read (%s). Copy the bundle anew."
                        .formatted(file.name(), unreadable.getMessage())));
            }
            wrong++;
        }
        if (wrong == 0) {
            items.add(new CheckItem(
                    CheckSubject.FILES,
                    true,
                    "%d files are those of the manifest."
                            .formatted(manifest.files().size())));
        }
        return files;
    }

    boolean has(String name) {
        return contents.containsKey(name);
    }

    byte[] content(String name) {
        byte[] content = contents.get(name);
        if (content == null) {
            throw new IllegalArgumentException("%s was not read".formatted(name));
        }
        return content;
    }

    private static CheckItem refused(String sentence) {
        return new CheckItem(CheckSubject.FILES, false, sentence);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}

package org.telescribe.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.telescribe.app.console.CommandFailed;

/// The demonstration's report as a page: what was recorded, and what the window showed.
public final class DemoPage {
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>Telescribe demo</title>
            <style>
            body { margin: 0; background: #0E1116; color: #E9EEF3; font: 14px/1.5 Inter, system-ui, sans-serif; }
            main { max-width: 1320px; margin: 0 auto; padding: 32px 24px 64px; }
            h1 { font-size: 20px; margin: 0 0 16px; }
            h2 { font-size: 15px; margin: 32px 0 8px; color: #AEBAC6; }
            table { border-collapse: collapse; }
            td { padding: 3px 24px 3px 0; color: #AEBAC6; }
            td + td { color: #E9EEF3; font-family: "JetBrains Mono", monospace; }
            img { width: 100%; border: 1px solid #36414D; border-radius: 4px; }
            </style>
            <main>
            <h1>Telescribe demo</h1>
            """;

    private DemoPage() {}

    /// Writes `index.html` beside the pictures.
    ///
    /// @param folder where
    /// @param values what was found, by name
    /// @param pictures the pictures, all in the folder
    /// @return the page
    /// @throws CommandFailed when it cannot be written
    public static Path write(Path folder, Map<String, Object> values, List<Path> pictures) throws CommandFailed {
        StringBuilder page = new StringBuilder(HEAD).append("<table>\n");
        values.forEach((name, value) -> page.append("<tr><td>%s</td><td>%s</td></tr>%n"
                .formatted(escaped(name.replace('_', ' ')), escaped(String.valueOf(value)))));
        page.append("</table>\n");
        for (Path picture : pictures) {
            String file = String.valueOf(picture.getFileName());
            String word = file.substring(0, file.length() - ".png".length());
            page.append("<h2>%s</h2>%n<img src=\"%s\" alt=\"The window: %s\">%n"
                    .formatted(
                            escaped(Character.toUpperCase(word.charAt(0)) + word.substring(1)),
                            escaped(file),
                            escaped(word)));
        }
        page.append("</main>\n</html>\n");
        Path file = folder.resolve("index.html");
        try {
            Files.createDirectories(folder);
            Files.writeString(file, page);
            return file;
        } catch (IOException refused) {
            throw new CommandFailed(
                    "The report %s cannot be written: %s. What was recorded is safe. Choose another --report folder."
                            .formatted(file, refused.getMessage()),
                    refused);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

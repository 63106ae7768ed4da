package org.telescribe.assets;

import java.net.URL;
import java.util.List;

/// Where the theme's files are.
public final class ThemeFiles {
    private ThemeFiles() {}

    /// {@return address of the style sheet with all tokens}
    public static String styleSheet() {
        return resource("/org/telescribe/assets/theme/telescribe.css").toExternalForm();
    }

    /// {@return addresses of the fonts: Inter for words, JetBrains Mono for numbers; both under the
    /// OFL, whose text lies beside them}
    public static List<String> fonts() {
        return List.of(
                        "inter/Inter-Regular.otf",
                        "inter/Inter-SemiBold.otf",
                        "inter/Inter-Bold.otf",
                        "jetbrains_mono/JetBrainsMono-Regular.ttf",
                        "jetbrains_mono/JetBrainsMono-Bold.ttf")
                .stream()
                .map(name -> resource("/com/formdev/flatlaf/fonts/" + name).toExternalForm())
                .toList();
    }

    /// {@return addresses of the fonts' licences, in the order Inter, JetBrains Mono}
    public static List<URL> fontLicences() {
        return List.of(
                resource("/com/formdev/flatlaf/fonts/inter/LICENSE.txt"),
                resource("/com/formdev/flatlaf/fonts/jetbrains_mono/OFL.txt"));
    }

    private static URL resource(String path) {
        URL found = ThemeFiles.class.getResource(path);
        if (found == null) {
            throw new IllegalStateException("the program's own file %s is missing; build it again".formatted(path));
        }
        return found;
    }
}

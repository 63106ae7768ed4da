package org.telescribe.app.window;

import atlantafx.base.theme.PrimerDark;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.telescribe.assets.ThemeFiles;

/// Puts fonts and style sheets in place.
public final class Theme {
    private static final double ANY_SIZE = 12;

    private Theme() {}

    /// Once, before the first window.
    public static void load() {
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        ThemeFiles.fonts().forEach(font -> Font.loadFont(font, ANY_SIZE));
    }

    /// Puts the style sheet on a scene.
    ///
    /// @param scene which
    public static void apply(Scene scene) {
        scene.getStylesheets().add(ThemeFiles.styleSheet());
    }
}

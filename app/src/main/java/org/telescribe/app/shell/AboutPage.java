package org.telescribe.app.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.telescribe.app.console.SoftwareVersion;
import org.telescribe.assets.ThemeFiles;

/// Version, and the licences of what the window shows: fonts and icons, and of the libraries beneath.
public final class AboutPage extends VBox {
    private static final String[][] PARTS = {
        {"Telescribe", "Apache License 2.0"},
        {"Inter (font)", "SIL Open Font License 1.1, text below"},
        {"JetBrains Mono (font)", "SIL Open Font License 1.1, text below"},
        {"Material Design Icons, by way of Ikonli", "Apache License 2.0"},
        {"AtlantaFX", "MIT License"},
        {"JavaFX", "GPL 2 with Classpath Exception"},
        {"FFmpeg, by way of JavaCV", "LGPL 2.1 or later (the default build); JavaCV Apache License 2.0"},
        {"LWJGL", "BSD 3-Clause License"},
        {"jSerialComm", "Apache License 2.0 or LGPL 3"},
        {"DuckDB", "MIT License"},
        {"picocli, Jackson", "Apache License 2.0"},
        {"SLF4J; Logback", "MIT License; EPL 1.0 or LGPL 2.1"}
    };

    /// The page.
    public AboutPage() {
        super(12);
        getStyleClass().add("page");
        Label title = new Label("Telescribe " + SoftwareVersion.current());
        title.getStyleClass().add("page-title");
        VBox list = new VBox(6);
        for (String[] part : PARTS) {
            Label name = new Label(part[0] + ":  " + part[1]);
            name.getStyleClass().add("secondary");
            list.getChildren().add(name);
        }
        VBox texts = new VBox(18, list);
        ThemeFiles.fontLicences().forEach(address -> {
            Label text = new Label(read(address));
            text.getStyleClass().add("licence-text");
            text.setWrapText(true);
            texts.getChildren().add(text);
        });
        ScrollPane scroll = new ScrollPane(texts);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, scroll);
    }

    private static String read(java.net.URL address) {
        try (InputStream in = address.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "The licence's text %s cannot be read: %s".formatted(address, unreadable.getMessage());
        }
    }
}

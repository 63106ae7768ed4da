package org.telescribe.app.shell;

import java.io.IOException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.telescribe.app.settings.Settings;
import org.telescribe.app.settings.SettingsFile;
import org.telescribe.app.settings.SettingsUnreadable;

/// The settings as a page in the content area. What is changed is saved at once; the file is never
/// replaced by anything but what was changed.
public final class SettingsPage extends VBox {
    private static final double NAME = 180;
    private static final double FIELD = 420;

    private final SettingsFile file;
    private final Consumer<String> say;
    private final Consumer<Settings> changed;

    /// The page.
    ///
    /// @param file the settings file
    /// @param say told what was saved, or why not
    /// @param changed told the settings after each change
    public SettingsPage(SettingsFile file, Consumer<String> say, Consumer<Settings> changed) {
        super(14);
        this.file = file;
        this.say = say;
        this.changed = changed;
        getStyleClass().add("page");
        Label title = new Label("Settings");
        title.getStyleClass().add("page-title");
        Label where = new Label(file.file().toString());
        where.getStyleClass().addAll("number", "hint");
        getChildren().addAll(title, where);
        try {
            fill(file.read());
        } catch (SettingsUnreadable unreadable) {
            Label trouble = new Label(unreadable.getMessage());
            trouble.setWrapText(true);
            trouble.getStyleClass().add("bad");
            getChildren().add(trouble);
        }
    }

    private void fill(Settings settings) {
        text(
                "Operator",
                "Who teleoperates; stored with every episode.",
                settings.operator(),
                (now, value) -> new Settings(now.version(), value, now.station(), now.dataset(), now.facesRobot()));
        text(
                "Station",
                "Name of a station file, or built-in. Opened at the next start.",
                settings.station(),
                (now, value) -> new Settings(now.version(), now.operator(), value, now.dataset(), now.facesRobot()));
        text(
                "Dataset",
                "Folder to record into; empty for a new one each time.",
                settings.dataset(),
                (now, value) -> new Settings(now.version(), now.operator(), now.station(), value, now.facesRobot()));
        CheckBox faces = new CheckBox("I face the robot: mirror the panels, never the data");
        faces.setSelected(settings.mirrorsPanels());
        faces.setOnAction(pressed -> save(
                now -> new Settings(now.version(), now.operator(), now.station(), now.dataset(), faces.isSelected())));
        getChildren().add(row("Panels", faces));
        Label keys = new Label("Esc goes back. Every key: F1, or docs/guide/keys.md.");
        keys.getStyleClass().add("hint");
        getChildren().add(keys);
    }

    private void text(String name, String hint, String value, BiFunction<Settings, String, Settings> with) {
        TextField field = new TextField(value);
        field.setPrefWidth(FIELD);
        field.setPromptText(hint);
        field.setAccessibleText(name + ". " + hint);
        Runnable store = () -> save(now -> with.apply(now, field.getText().strip()));
        field.setOnAction(entered -> store.run());
        field.focusedProperty().addListener((focus, had, has) -> {
            if (had && !has) {
                store.run();
            }
        });
        Label below = new Label(hint);
        below.getStyleClass().add("hint");
        getChildren().add(row(name, new VBox(4, field, below)));
    }

    private static HBox row(String name, javafx.scene.Node node) {
        Label label = new Label(name);
        label.setMinWidth(NAME);
        HBox row = new HBox(12, label, node);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private void save(Function<Settings, Settings> change) {
        try {
            Settings before = file.read();
            Settings after = change.apply(before);
            if (!after.equals(before)) {
                file.write(after);
                say.accept("Settings saved.");
                changed.accept(after);
            }
        } catch (SettingsUnreadable unreadable) {
            say.accept(String.valueOf(unreadable.getMessage()));
        } catch (IOException refused) {
            say.accept("%s cannot be written: %s. The settings are as they were."
                    .formatted(file.file(), refused.getMessage()));
        }
    }
}

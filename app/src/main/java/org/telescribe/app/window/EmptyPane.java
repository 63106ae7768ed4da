package org.telescribe.app.window;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// A workspace with nothing in it: one picture, one sentence, at most one button.
final class EmptyPane {
    private static final double TEXT_WIDTH = 520;

    private EmptyPane() {}

    static Node notYet(Workspace workspace) {
        return of(workspace.icon(), workspace.word(), workspace.holds(), null, () -> {});
    }

    static Node noStation(Runnable useBench) {
        return of(
                MaterialDesignL.LAN_DISCONNECT,
                "No station yet",
                "The built-in bench has two leader arms, two follower arms and three cameras, all emulated: "
                        + "everything can be tried without hardware.",
                "Use the built-in bench",
                useBench);
    }

    static Node opening(String sentence) {
        return of(MaterialDesignL.LAN_CONNECT, "Opening the station", sentence, null, () -> {});
    }

    static Node failed(String sentence, Runnable again) {
        return of(MaterialDesignL.LAN_DISCONNECT, "The station is not open", sentence, "Try again", again);
    }

    private static Node of(
            Ikon icon, String title, String text, @org.jspecify.annotations.Nullable String button, Runnable action) {
        Label heading = new Label(title);
        heading.getStyleClass().add("empty-title");
        Label sentence = new Label(text);
        sentence.getStyleClass().add("empty-text");
        sentence.setWrapText(true);
        sentence.setMaxWidth(TEXT_WIDTH);
        VBox box = new VBox(new FontIcon(icon), heading, sentence);
        box.getStyleClass().add("empty");
        if (button != null) {
            Button press = new Button(button);
            press.getStyleClass().add("primary");
            press.setOnAction(pressed -> action.run());
            box.getChildren().add(press);
        }
        return box;
    }
}

package org.telescribe.viewer3d.fx.player;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.telescribe.viewer3d.fx.time.TimeText;
import org.telescribe.viewer3d.playback.player.Player;

/// Play, step, speed, and where the playhead is.
final class TransportBar extends HBox {
    private final FontIcon playIcon = new FontIcon(MaterialDesignP.PLAY);
    private final Button play = new Button();
    private final Label time = new Label();
    private final Label frame = new Label();
    private final Label length = new Label();
    private final Label speed = new Label();
    private final Label loop = new Label();
    private final Label reference = new Label();
    private boolean playing;

    TransportBar(Player player, Runnable first, Runnable back, Runnable toggle, Runnable on, Runnable last) {
        super(6);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("transport");
        play.setGraphic(playIcon);
        play.getStyleClass().addAll("transport-button", "play-button");
        play.setTooltip(new Tooltip("Play, pause  Space"));
        play.setAccessibleText("play or pause");
        play.setOnAction(pressed -> toggle.run());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        time.getStyleClass().addAll("number", "transport-time");
        frame.getStyleClass().addAll("number", "transport-frame");
        length.getStyleClass().addAll("number", "transport-note");
        length.setText("of " + TimeText.length(player.clip().durationNanos() * 1e-9));
        for (Label note : new Label[] {speed, loop, reference}) {
            note.getStyleClass().addAll("number", "transport-note");
        }
        getChildren()
                .addAll(
                        button(MaterialDesignS.SKIP_PREVIOUS, "First frame", "Home", first),
                        button(MaterialDesignS.STEP_BACKWARD, "One frame back", ",", back),
                        play,
                        button(MaterialDesignS.STEP_FORWARD, "One frame on", ".", on),
                        button(MaterialDesignS.SKIP_NEXT, "Last frame", "End", last),
                        time,
                        frame,
                        length,
                        space,
                        speed,
                        loop,
                        reference);
    }

    private static Button button(Ikon icon, String words, String key, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().add("transport-button");
        button.setTooltip(new Tooltip(words + "  " + key));
        button.setAccessibleText(words);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    void show(Player player, int referenceFrame, String referenceName) {
        if (playing != player.isPlaying()) {
            playing = player.isPlaying();
            playIcon.setIconCode(playing ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY);
        }
        time.setText(TimeText.stamp(player.tickNanos()));
        frame.setText(String.format(Locale.ROOT, "f%03d", Math.max(0, referenceFrame)));
        double rate = player.isPlaying() ? player.rate() : player.speed();
        speed.setText(TimeText.number(rate, Math.abs(rate) < 1 ? 2 : 0) + "x");
        boolean range = player.loopFromNanos() >= 0;
        loop.setText(player.isLooping() ? "loop on" : range ? "range" : "loop off");
        reference.setText(referenceName.isEmpty() ? "" : "ref " + referenceName);
    }
}

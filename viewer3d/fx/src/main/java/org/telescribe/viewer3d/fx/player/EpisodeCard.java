package org.telescribe.viewer3d.fx.player;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.telescribe.teleop.episode.model.EpisodeOutcome;
import org.telescribe.teleop.episode.read.RecordedFacts;
import org.telescribe.viewer3d.fx.time.TimeText;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;

/// What is known of an episode, in a few lines.
final class EpisodeCard extends VBox {
    EpisodeCard(EpisodeClip clip) {
        super(6);
        getStyleClass().addAll("card", "episode-card");
        Label title = new Label("EPISODE %d".formatted(clip.episode()));
        title.getStyleClass().add("card-title");
        Label task = new Label(clip.task().isEmpty() ? "No task is written down." : clip.task());
        task.setWrapText(true);
        getChildren().addAll(title, task);
        line(String.format(
                Locale.ROOT,
                "%,d rows at %.0f Hz, %s, %d %s",
                clip.rows(),
                clip.framesPerSecond(),
                TimeText.length(clip.durationNanos() * 1e-9),
                clip.cameras().size(),
                clip.cameras().size() == 1 ? "camera" : "cameras"));
        line("LeRobot %s, %s"
                .formatted(clip.version(), clip.robotType().isEmpty() ? "robot not said" : clip.robotType()));
        RecordedFacts facts = clip.facts();
        if (facts != null) {
            line("%s%s, %s arms"
                    .formatted(
                            facts.station().isEmpty() ? "station not said" : facts.station(),
                            facts.operator().isEmpty() ? "" : ", " + facts.operator(),
                            facts.armSource().toUpperCase(Locale.ROOT)));
            line(result(facts));
            if (!facts.recoveryNote().isEmpty()) {
                line("Recovered: " + facts.recoveryNote());
            }
            Label id = new Label(facts.episodeUuid());
            id.getStyleClass().addAll("number", "episode-id");
            getChildren().add(id);
        }
        if (!clip.dataTrouble().isEmpty()) {
            line(clip.dataTrouble());
        }
    }

    private static String result(RecordedFacts facts) {
        String outcome = facts.outcome() == EpisodeOutcome.UNRATED
                ? "not rated"
                : facts.outcome().name().toLowerCase(Locale.ROOT);
        return facts.flagged() ? outcome + ", flagged for a second look" : outcome;
    }

    private void line(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("secondary");
        label.setWrapText(true);
        getChildren().add(label);
    }
}

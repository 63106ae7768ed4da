package org.telescribe.teleop.ui.collect;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.telescribe.teleop.control.recorder.RecorderSnapshot.RunEpisode;
import org.telescribe.teleop.episode.dataset.CommittedEpisode;
import org.telescribe.teleop.episode.model.EpisodeVerdict;

/// The episodes of this run, newest first, each with what became of it.
final class RunStrip extends HBox {
    private static final int SHOWN = 10;

    private List<RunEpisode> shown = List.of();

    RunStrip() {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("run-strip");
        fill();
    }

    void show(List<RunEpisode> run) {
        if (!run.equals(shown)) {
            shown = run;
            fill();
        }
    }

    private void fill() {
        getChildren().clear();
        if (shown.isEmpty()) {
            Label none = new Label("No episodes in this run yet");
            none.getStyleClass().add("hint");
            getChildren().add(none);
            return;
        }
        for (int i = shown.size() - 1; i >= Math.max(0, shown.size() - SHOWN); i--) {
            getChildren().add(chip(shown.get(i)));
        }
        boolean anyDiscarded = shown.stream().anyMatch(episode -> episode.saved() == null);
        if (anyDiscarded) {
            Label undo = new Label("Undo the last discard Ctrl+Z");
            undo.getStyleClass().add("hint");
            getChildren().add(undo);
        }
    }

    private static Label chip(RunEpisode episode) {
        CommittedEpisode saved = episode.saved();
        EpisodeVerdict verdict = episode.verdict();
        Label chip = new Label();
        chip.getStyleClass().add("run-chip");
        if (saved == null || verdict == null) {
            chip.setText("discarded");
            chip.getStyleClass().add("bad");
        } else {
            chip.setText("ep %d  %s  %d rows"
                    .formatted(saved.episodeIndex(), verdict.flagged() ? "flagged" : "kept", saved.rows()));
            chip.getStyleClass().add(verdict.flagged() ? "warn" : "good");
        }
        return chip;
    }
}

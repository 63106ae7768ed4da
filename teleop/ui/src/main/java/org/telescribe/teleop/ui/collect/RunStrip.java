package org.telescribe.teleop.ui.collect;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.telescribe.teleop.control.recorder.RecorderSnapshot.RunEpisode;
import org.telescribe.teleop.episode.dataset.CommittedEpisode;
import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.EpisodeOutcome;

/// The episodes of this run, newest first, each with what became of it and its result. A click
/// takes the verdict on one back.
final class RunStrip extends HBox {
    private static final int SHOWN = 7;

    private final Consumer<EpisodeId> takeBack;
    private List<RunEpisode> shown = List.of();
    private @Nullable EpisodeId newestKept;

    RunStrip(Consumer<EpisodeId> takeBack) {
        super(8);
        this.takeBack = takeBack;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("run-strip");
        fill();
    }

    /// @param newest the kept episode whose verdict can still be taken back, or null
    void show(List<RunEpisode> run, @Nullable EpisodeId newest) {
        if (!run.equals(shown) || !Objects.equals(newest, newestKept)) {
            shown = run;
            newestKept = newest;
            fill();
        }
    }

    private void fill() {
        getChildren().clear();
        if (shown.isEmpty()) {
            getChildren().add(hint("No episodes in this run yet"));
            return;
        }
        for (int i = shown.size() - 1; i >= Math.max(0, shown.size() - SHOWN); i--) {
            getChildren().add(chip(shown.get(i)));
        }
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(space, hint("Ctrl+Z takes back the last"));
    }

    private static Label hint(String words) {
        Label hint = new Label(words);
        hint.getStyleClass().add("hint");
        hint.setMinWidth(USE_PREF_SIZE);
        return hint;
    }

    private Label chip(RunEpisode episode) {
        CommittedEpisode saved = episode.saved();
        EpisodeOutcome outcome = episode.verdict().outcome();
        boolean flagged = episode.verdict().flagged();
        Label chip = new Label();
        chip.getStyleClass().add("run-chip");
        if (saved == null) {
            chip.setText("discard");
            chip.getStyleClass().add("bad");
        } else {
            chip.setText("%d %s".formatted(saved.episodeIndex(), flagged ? "flag" : "keep"));
            chip.getStyleClass().add(flagged ? "warn" : "good");
        }
        switch (outcome) {
            case SUCCESS -> chip.setGraphic(new FontIcon(MaterialDesignC.CHECK_CIRCLE));
            case FAILURE -> chip.setGraphic(new FontIcon(MaterialDesignC.CLOSE_CIRCLE));
            case UNRATED -> {
                // no result was said
            }
        }
        chip.setMinWidth(USE_PREF_SIZE);
        String words = words(episode, saved);
        boolean comesBack = saved == null || episode.id().equals(newestKept);
        chip.setTooltip(new Tooltip(words
                + (comesBack ? ". Click to take the verdict back." : ". Later ones are numbered after it: it stays.")));
        chip.setAccessibleText(words);
        chip.setOnMouseClicked(clicked -> takeBack.accept(episode.id()));
        return chip;
    }

    private static String words(RunEpisode episode, @Nullable CommittedEpisode saved) {
        String result = ResultWords.of(episode.verdict().outcome());
        return saved == null
                ? "Discarded, %d rows, %s".formatted(episode.report().rows(), result)
                : "Episode %d, %s, %d rows, %s"
                        .formatted(
                                saved.episodeIndex(),
                                episode.verdict().flagged() ? "flagged" : "kept",
                                saved.rows(),
                                result);
    }
}

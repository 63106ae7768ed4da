package org.telescribe.teleop.ui.library;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.telescribe.teleop.episode.model.EpisodeOutcome;
import org.telescribe.teleop.library.EpisodeCard;

/// How an episode went, as icon and word.
///
/// @param icon its icon
/// @param style style class
/// @param word its word
record OutcomeMark(Ikon icon, String style, String word) {
    static OutcomeMark of(EpisodeCard episode) {
        if (episode.flagged()) {
            return new OutcomeMark(MaterialDesignF.FLAG, "warn", "flagged");
        }
        @Nullable EpisodeOutcome outcome = episode.outcome();
        if (outcome == EpisodeOutcome.SUCCESS) {
            return new OutcomeMark(MaterialDesignC.CHECK_CIRCLE, "good", "success");
        }
        if (outcome == EpisodeOutcome.FAILURE) {
            return new OutcomeMark(MaterialDesignC.CLOSE_CIRCLE, "bad", "failure");
        }
        return new OutcomeMark(MaterialDesignM.MINUS, "none", outcome == null ? "not said" : "not rated");
    }
}

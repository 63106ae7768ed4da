package org.telescribe.annotator.ui.screen;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.telescribe.annotator.labels.state.ItemState;
import org.telescribe.annotator.labels.state.Verdict;

/// How a verdict looks: a filled icon, a word and a colour, never a colour alone.
///
/// @param icon filled once judged
/// @param word the verdict
/// @param style class of its colour
record VerdictMark(Ikon icon, String word, String style) {
    static final VerdictMark PENDING = new VerdictMark(MaterialDesignC.CIRCLE_SLICE_4, "saving", "verdict-open");

    static VerdictMark of(ItemState item) {
        VerdictMark mark = switch (item.verdict()) {
            case Verdict.Open ignored -> new VerdictMark(MaterialDesignC.CIRCLE_OUTLINE, "", "verdict-open");
            case Verdict.Accepted ignored -> new VerdictMark(MaterialDesignC.CHECK_CIRCLE, "true", "verdict-true");
            case Verdict.Edited ignored -> new VerdictMark(MaterialDesignP.PENCIL_CIRCLE, "edited", "verdict-true");
            case Verdict.Corrected ignored ->
                new VerdictMark(MaterialDesignC.CLOSE_CIRCLE, "corrected", "verdict-false");
            case Verdict.Rejected ignored -> new VerdictMark(MaterialDesignC.CLOSE_CIRCLE, "false", "verdict-false");
            case Verdict.Unsure ignored -> new VerdictMark(MaterialDesignH.HELP_CIRCLE, "unsure", "verdict-unsure");
            case Verdict.Answered given ->
                new VerdictMark(MaterialDesignC.CHECK_CIRCLE, given.answer(), "verdict-true");
        };
        boolean stale = item instanceof ItemState.StepState step && step.textStale();
        return stale ? new VerdictMark(MaterialDesignP.PENCIL_CIRCLE_OUTLINE, "no match", "verdict-unsure") : mark;
    }
}

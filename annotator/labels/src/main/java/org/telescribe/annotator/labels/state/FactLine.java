package org.telescribe.annotator.labels.state;

import org.jspecify.annotations.Nullable;
import org.telescribe.annotator.labels.event.Correction;
import org.telescribe.annotator.labels.event.LabelAction;
import org.telescribe.annotator.labels.event.LabelEvent;
import org.telescribe.annotator.labels.model.Fact;
import org.telescribe.annotator.labels.state.ItemState.FactState;

/// One fact while events are folded.
final class FactLine {
    private final Fact draft;
    private String value;
    private String text;
    private String standingValue;
    private String standingText;
    private Verdict verdict = new Verdict.Open();
    private @Nullable LabelEvent last;

    FactLine(Fact draft) {
        this.draft = draft;
        this.value = draft.value();
        this.text = draft.text();
        this.standingValue = value;
        this.standingText = text;
    }

    void hear(LabelEvent event) {
        switch (event.action()) {
            case LabelAction.Accepted _ -> {
                value = standingValue;
                text = standingText;
                judge(new Verdict.Accepted(), event);
            }
            case LabelAction.Rejected rejected -> reject(rejected.correction().orElse(null), event);
            case LabelAction.Unsure unsure -> judge(new Verdict.Unsure(unsure.reason()), event);
            case LabelAction.TextEdited edited -> {
                text = edited.text();
                standingText = text;
                standingValue = value;
                judge(new Verdict.Edited(), event);
            }
            case LabelAction.FactAdded _ -> judge(new Verdict.Accepted(), event);
            case LabelAction.Answered _,
                    LabelAction.NoneConfirmed _,
                    LabelAction.EdgesMoved _,
                    LabelAction.Committed _,
                    LabelAction.Undone _,
                    LabelAction.Redone _ -> {}
        }
    }

    private void reject(@Nullable Correction right, LabelEvent event) {
        if (right == null) {
            value = standingValue;
            text = standingText;
            judge(new Verdict.Rejected(), event);
        } else {
            value = right.value();
            text = right.text();
            judge(new Verdict.Corrected(right), event);
        }
    }

    private void judge(Verdict newVerdict, LabelEvent event) {
        verdict = newVerdict;
        last = event;
    }

    FactState state() {
        return new FactState(draft, value, text, verdict, last);
    }
}

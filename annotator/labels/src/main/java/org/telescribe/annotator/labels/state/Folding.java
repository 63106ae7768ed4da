package org.telescribe.annotator.labels.state;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telescribe.annotator.labels.event.LabelAction;
import org.telescribe.annotator.labels.event.LabelEvent;
import org.telescribe.annotator.labels.event.MovedStep;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.Fact;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.Question;
import org.telescribe.annotator.labels.state.ItemState.FactState;

/// The counting statements of one reading, taken in one after the other. One thread, used once.
final class Folding {
    private final Map<ItemId, FactLine> facts = new LinkedHashMap<>();
    private final Map<ItemId, Question> questions = new HashMap<>();
    private final Map<ItemId, Verdict> verdicts = new HashMap<>();
    private final Map<ItemId, LabelEvent> decided = new HashMap<>();
    private final Map<ItemId, String> stepTexts = new HashMap<>();
    private final Map<ItemId, FrameRange> ranges = new HashMap<>();
    private @Nullable LabelEvent committed;

    Folding(AnnotationTask task) {
        for (Fact fact : task.facts()) {
            facts.put(fact.id(), new FactLine(fact));
        }
        task.questions().forEach(question -> questions.put(question.id(), question));
    }

    Folding hear(List<LabelEvent> counting) {
        counting.forEach(this::hear);
        return this;
    }

    private void hear(LabelEvent event) {
        ItemId item = event.item();
        if (event.action() instanceof LabelAction.FactAdded added) {
            facts.putIfAbsent(item, new FactLine(added.fact()));
        }
        FactLine fact = facts.get(item);
        if (fact != null) {
            fact.hear(event);
            return;
        }
        switch (event.action()) {
            case LabelAction.Accepted _ -> judge(event, accept(item));
            case LabelAction.Rejected _ -> judge(event, new Verdict.Rejected());
            case LabelAction.Unsure unsure -> judge(event, new Verdict.Unsure(unsure.reason()));
            case LabelAction.TextEdited edited -> {
                stepTexts.put(item, edited.text());
                judge(event, new Verdict.Edited());
            }
            case LabelAction.FactAdded _ -> {}
            case LabelAction.Answered answered -> judge(event, new Verdict.Answered(answered.answer()));
            case LabelAction.NoneConfirmed _ -> judge(event, new Verdict.Accepted());
            case LabelAction.EdgesMoved moved -> {
                for (MovedStep step : moved.steps()) {
                    ranges.put(step.step(), step.range());
                }
            }
            case LabelAction.Committed _ -> committed = event;
            case LabelAction.Undone _, LabelAction.Redone _ -> {}
        }
    }

    private Verdict accept(ItemId item) {
        Question question = questions.get(item);
        if (question == null) {
            return new Verdict.Accepted();
        }
        return new Verdict.Answered(question.normalized(question.draftAnswer()).orElseGet(question::draftAnswer));
    }

    private void judge(LabelEvent event, Verdict verdict) {
        verdicts.put(event.item(), verdict);
        decided.put(event.item(), event);
    }

    List<FactState> facts() {
        return facts.values().stream().map(FactLine::state).toList();
    }

    Verdict verdict(ItemId item) {
        return verdicts.getOrDefault(item, new Verdict.Open());
    }

    @Nullable
    LabelEvent decidedBy(ItemId item) {
        return decided.get(item);
    }

    String stepText(ItemId step, String draft) {
        return stepTexts.getOrDefault(step, draft);
    }

    @Nullable
    FrameRange range(ItemId step, @Nullable FrameRange draft) {
        FrameRange moved = ranges.get(step);
        return moved == null ? draft : moved;
    }

    @Nullable
    LabelEvent committed() {
        return committed;
    }
}

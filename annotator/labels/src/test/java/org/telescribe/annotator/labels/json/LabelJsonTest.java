package org.telescribe.annotator.labels.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.telescribe.annotator.labels.Drafts;
import org.telescribe.annotator.labels.event.CommitKind;
import org.telescribe.annotator.labels.event.Correction;
import org.telescribe.annotator.labels.event.EventId;
import org.telescribe.annotator.labels.event.EventStamp;
import org.telescribe.annotator.labels.event.LabelAction;
import org.telescribe.annotator.labels.event.LabelEvent;
import org.telescribe.annotator.labels.event.MovedStep;
import org.telescribe.annotator.labels.event.UnsureReason;
import org.telescribe.annotator.labels.event.Viewing;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.Dimension;
import org.telescribe.annotator.labels.model.Fact;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.StepAnchor;
import org.telescribe.annotator.labels.model.TaskId;

class LabelJsonTest {
    private static final List<LabelAction> ALL = List.of(
            new LabelAction.Accepted(),
            new LabelAction.Rejected(null),
            new LabelAction.Rejected(new Correction("向右", "它向右移动 \"quoted\"\nsecond line")),
            new LabelAction.Unsure(UnsureReason.CANNOT_BE_SEEN),
            new LabelAction.TextEdited("Der Löffel bewegt sich. ложка"),
            new LabelAction.FactAdded(new Fact(
                    ItemId.added("u"),
                    Dimension.OBJECT_INTERACTION,
                    "effect",
                    "",
                    new StepAnchor.Between(1, 2),
                    "tips over",
                    "The pan tips over.")),
            new LabelAction.Answered("yes"),
            new LabelAction.NoneConfirmed(),
            new LabelAction.EdgesMoved(List.of(new MovedStep(ItemId.step(2), new FrameRange(3, 9)))),
            new LabelAction.Committed(CommitKind.PARTIAL, "dark"),
            new LabelAction.Undone(EventId.random()),
            new LabelAction.Redone(EventId.random()));

    @Test
    void everyStatementComesOutAsItWentIn() throws JsonProcessingException {
        for (LabelAction action : ALL) {
            LabelEvent event = new LabelEvent(
                    7,
                    EventId.random(),
                    new TaskId("s 1"),
                    2,
                    ItemId.step(1),
                    "Ada",
                    new EventStamp(1_764_000_000_123L, 5_000_000_001L, "boot"),
                    new Viewing("ab", 33_333_333, 1_234),
                    1,
                    action);
            String line = ExactJson.line(EventJson.write(event));
            assertEquals(event, EventJson.read(ExactJson.mapper().readTree(line)));
        }
    }

    @Test
    void draftComesOutAsItWentIn() {
        AnnotationTask draft = Drafts.spoon("s1");
        assertEquals(draft, TaskJson.read(TaskJson.write(draft)));
        assertEquals(TaskJson.write(draft), TaskJson.write(TaskJson.read(TaskJson.write(draft))));
    }

    @Test
    void numbersKeepTheirDigits() {
        String text = "{\"a\":9.0,\"b\":0.10,\"c\":12345678901234567890.123456789,\"d\":3}";
        assertEquals(text, ExactJson.line(ExactJson.tree(text)));
    }
}

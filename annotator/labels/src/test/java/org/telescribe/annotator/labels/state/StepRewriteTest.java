package org.telescribe.annotator.labels.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.telescribe.annotator.labels.Drafts;
import org.telescribe.annotator.labels.event.Correction;
import org.telescribe.annotator.labels.event.LabelAction;
import org.telescribe.annotator.labels.model.Dimension;
import org.telescribe.annotator.labels.model.Fact;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.StepAnchor;
import org.telescribe.annotator.labels.model.ValueInText;

class StepRewriteTest {
    private final Sayings said = new Sayings(Drafts.spoon("s1"));

    private String proposal(int step) {
        return StepRewrite.proposal(said.state(), said.state().step(step).orElseThrow());
    }

    @Test
    void correctedValueReplacesTheDraftsInTheSentence() {
        said.say(Drafts.LEFTWARD, new LabelAction.Rejected(new Correction("right", "The spoon moves to the right.")));
        assertEquals("It moves the spoon to the right. 向左移动。", proposal(2));
        assertEquals("The left arm grasps the spoon.", proposal(1));
    }

    @Test
    void whatTheSentenceDoesNotNameIsSaidBehindIt() {
        Fact bumps = new Fact(
                ItemId.added("u"),
                Dimension.OBJECT_INTERACTION,
                "effect",
                "pan",
                new StepAnchor.At(2),
                "tips",
                "The pan tips.");
        said.say(bumps.id(), new LabelAction.FactAdded(bumps));
        assertEquals("It moves the spoon to the left. 向左移动。 The pan tips.", proposal(2));
    }

    @Test
    void valueIsReplacedAsAWholeWordOnlyAndElseAPlainSentenceIsMade() {
        assertEquals(Optional.of("Red Cup on the rim"), ValueInText.replaced("Red Cup on the lid", "LID", "rim"));
        assertEquals(Optional.empty(), ValueInText.replaced("It is leftmost.", "left", "right"));
        Fact grasp = Drafts.spoon("s1").facts().getFirst();
        assertEquals("The primitive action of the spoon is push.", ValueInText.sentence(grasp, "push"));
        Fact moves = Drafts.spoon("s1").facts().getLast();
        assertEquals("The spoon moves to the $1.", ValueInText.sentence(moves, "$1"));
    }
}

package org.telescribe.annotator.labels.vqa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.Question;

class AnswerMarkingTest {
    private static final ItemId ID = ItemId.question("q");
    private static final List<String> OPTIONS = List.of("the handle", "the rim", "the body", "the lid");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yes | Yes | true | yes",
                "Yes, it does. | yes | true | yes",
                "  NO | no | true | no",
                "No, but yes later | no | true | no",
                "I think yes | yes | true | yes",
                "Probably no. | yes | false | no",
                "yes and no are both right, I say | yes | true | yes",
                "it is yes or no | yes | false | it is yes or no",
                "nothing moves | no | true | no",
                "certainly | yes | false | certainly",
                "I cannot tell from this video at all | no | false | i cannot tell from t",
            })
    void yesNoIsTakenFromTheFirstWordOrTheOnlyMention(
            String answer, String expected, boolean correct, String understood) {
        Question question = new Question.YesNo(ID, "", "?", expected);
        assertEquals(new Mark(correct, understood), AnswerMarking.mark(question, answer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | 2 | true | 2",
                "It tries 3 times, then 2 | 3 | true | 3",
                "three times | 3 | true | 3",
                "Zero | 0 | true | 0",
                "twenty | 20 | false | twenty",
                "none | 0 | false | 1",
                "12 | 1 | false | 12",
                "1 | 1 time | true | 1",
            })
    void numberIsTheFirstWholeNumberOrElseTheFirstWordInCountingOrder(
            String answer, String expected, boolean correct, String understood) {
        Question question = new Question.WholeNumber(ID, "", "?", expected);
        assertEquals(new Mark(correct, understood), AnswerMarking.mark(question, answer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "B | the rim | true | the rim",
                "b. | the rim | true | the rim",
                "C) the body | the rim | false | the body",
                "Answer: D | the lid | true | the lid",
                "the answer is unclear, Answer A | the handle | true | the handle",
                "It is grasped at The Body of it | the body | true | the body",
                "E | the lid | false | E",
                "Answer: E | the lid | false | E",
                "somewhere | the lid | false | somewhere",
                "选B | the rim | true | the rim",
            })
    void choiceIsALetterOrANamedLetterOrAnOptionsText(
            String answer, String expected, boolean correct, String understood) {
        Question question = new Question.MultipleChoice(ID, "", "?", expected, OPTIONS);
        assertEquals(new Mark(correct, understood), AnswerMarking.mark(question, answer));
    }
}

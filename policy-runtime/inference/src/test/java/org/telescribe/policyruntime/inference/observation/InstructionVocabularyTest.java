package org.telescribe.policyruntime.inference.observation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InstructionVocabularyTest {
    private final InstructionVocabulary vocabulary =
            new InstructionVocabulary(List.of("<pad>", "reach", "the", "red", "block"), 4);

    @Test
    void wordsBecomeTheirLinesAndThePaddingIsZero() {
        assertArrayEquals(new long[] {1, 3, 4, 0}, vocabulary.tokens("Reach  RED-block."));
        assertArrayEquals(new long[4], vocabulary.tokens(" "));
    }

    @Test
    void anUnknownWordIsRefusedByName() {
        String reason = vocabulary.whyNot("reach the green <pad>").orElseThrow();
        assertTrue(reason.startsWith("The policy does not know green, pad. It knows: reach, the,"), reason);
        assertThrows(IllegalArgumentException.class, () -> vocabulary.tokens("reach green"));
    }

    @Test
    void tooManyWordsAreRefused() {
        assertEquals(
                Optional.of("The instruction has 5 words; the policy reads 4."),
                vocabulary.whyNot("reach the red red block"));
    }
}

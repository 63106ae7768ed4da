package org.telescribe.policyruntime.rollouts.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ShareDifferenceTest {
    @Test
    void barnardIsThePublishedOne() {
        BarnardExact test = new BarnardExact(50, 50);
        assertEquals(0.2655, test.oneSided(29, 25), 0.5e-4);
        assertEquals(0.5309, test.twoSided(29, 25), 0.5e-4);
    }

    @Test
    void tenRunsEachDoNotRankEightAgainstSix() {
        ShareDifference difference = ShareDifference.unpaired(new SuccessCount(8, 10), new SuccessCount(6, 10), 0.95);
        assertFalse(difference.isShown());
        String sentence = RateText.sentence(difference, "mixed", "raw");
        assertTrue(sentence.startsWith("No difference shown: 8/10 and 6/10."), sentence);
        assertTrue(sentence.contains("only differences above about"), sentence);
    }

    @Test
    void fortyOfFiftyAgainstTwentyTwoIsADifference() {
        ShareDifference difference = ShareDifference.unpaired(new SuccessCount(40, 50), new SuccessCount(22, 50), 0.95);
        assertTrue(difference.isShown());
        assertEquals(0.36, difference.difference(), 1e-12);
        assertEquals("+36 [+17, +52]", RateText.of(difference));
        assertTrue(RateText.sentence(difference, "mixed", "raw").startsWith("mixed does better than raw: +36"));
    }

    @Test
    void pairsAreJudgedByThoseThatDiffer() {
        ShareDifference even = ShareDifference.paired(new PairedCount(20, 5, 5, 10), 0.95);
        assertEquals(1, even.probability(), 1e-12);
        assertFalse(even.isShown());
        // nine against none of nine unlike pairs: two in 2^9
        ShareDifference clear = ShareDifference.paired(new PairedCount(20, 9, 0, 11), 0.95);
        assertEquals(2 / 512.0, clear.probability(), 1e-12);
        assertTrue(clear.isShown());
        assertEquals(9 / 40.0, clear.difference(), 1e-12);
    }

    @Test
    void withoutTrialsNothingIsShown() {
        ShareDifference none = ShareDifference.unpaired(new SuccessCount(0, 0), new SuccessCount(5, 5), 0.95);
        assertFalse(none.isShown());
        assertEquals("–", RateText.of(none));
        assertEquals("No difference shown: one of them has no trials.", RateText.sentence(none, "a", "b"));
    }

    @Test
    void moreRunsShowSmallerDifferences() {
        int ten = SmallestDifference.unpairedPoints(10);
        int fifty = SmallestDifference.unpairedPoints(50);
        assertTrue(ten > fifty, ten + " " + fifty);
        assertTrue(ten >= 55 && ten <= 70, "ten runs can show about 60 points: " + ten);
        assertEquals(100, SmallestDifference.unpairedPoints(0));
    }
}

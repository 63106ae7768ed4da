package org.telescribe.viewer3d.playback.player;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PaneStateTest {
    private static PaneState state(int frame, int wanted, PaneBadge badge) {
        return new PaneState(0, frame, wanted, 0, badge);
    }

    @Test
    void aLatePaneIsBehindWhicheverWayItIsPlayed() {
        assertTrue(state(7, 9, new PaneBadge.Late(1)).isBehind());
        assertTrue(state(9, 7, new PaneBadge.Late(1)).isBehind(), "backwards, and after a loop's end");
    }

    @Test
    void aPaneThatCannotShowTheExactPictureIsNotBehind() {
        assertFalse(state(0, 9, new PaneBadge.OverBudget(false)).isBehind());
        assertFalse(state(3, 9, new PaneBadge.Lost("The file ends here.")).isBehind());
        assertFalse(state(9, 9, new PaneBadge.Exact()).isBehind());
    }
}

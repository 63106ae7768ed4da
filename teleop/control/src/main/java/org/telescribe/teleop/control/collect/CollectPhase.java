package org.telescribe.teleop.control.collect;

/// Where the operator is in the flow; what the state band shows.
public enum CollectPhase {
    /// The arms are limp, or something is missing.
    NOT_READY("NOT READY"),
    /// Leader and follower are not near enough yet.
    ALIGN("ALIGN"),
    /// An episode may begin.
    READY("READY"),
    /// The followers ramp onto the leaders, or the encoders open.
    STARTING("STARTING"),
    /// An episode is being recorded.
    RECORDING("RECORDING"),
    /// The last pictures are encoded, or the episode is being committed.
    SAVING("SAVING"),
    /// The episode waits for the operator's verdict.
    VERDICT("VERDICT"),
    /// The arms hold.
    HOLD("HOLD");

    private final String word;

    CollectPhase(String word) {
        this.word = word;
    }

    /// {@return the word on the state band}
    public String word() {
        return word;
    }
}

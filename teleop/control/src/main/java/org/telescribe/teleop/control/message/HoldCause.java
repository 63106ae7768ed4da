package org.telescribe.teleop.control.message;

/// Why the arms were put in HOLD.
public enum HoldCause {
    /// Nothing: the arms are not in HOLD.
    NONE("", ""),
    /// A person asked for it.
    OPERATOR("HOLD was pressed", "Press H for 0.8 s to go on"),
    /// The program was told to end.
    TERMINATION("The program was told to end", "Start it again; the open episode is recovered"),
    /// A leader's readings stopped.
    LEADER_SILENT("stopped answering", "Check the cable, then hold H"),
    /// A follower's readings stopped.
    FOLLOWER_SILENT("stopped answering", "Check the cable, then hold H"),
    /// A port is gone.
    LINK_LOST("is unplugged", "Plug the cable in, then re-open the station"),
    /// A servo raised its hardware alert.
    SERVO_ALERT("raised a hardware alert", "Let the servo cool and check its load, then hold H"),
    /// A follower does not get where it is sent.
    FOLLOWER_BLOCKED("is blocked: it does not get where it is sent", "Free the arm, then hold H"),
    /// The loop missed its deadlines for too long.
    LOOP_LATE("The control loop was late for too long", "Close other programs, then hold H"),
    /// A camera is gone while an episode was recorded.
    CAMERA_LOST("A camera was lost", "Check the camera's cable, then hold H"),
    /// The window left the Collect workspace while following.
    LEFT_WORKSPACE("Collect was left while following", "Go back to Collect, then hold H"),
    /// The policy gave no actions in time, or none that can be carried out.
    POLICY_LATE("The policy gave no actions in time", "Look at what the policy said, then start it again"),
    /// A thread of the station failed.
    PROGRAM_FAILED("A part of Telescribe ended", "Close the station and open it again; the open episode is recovered");

    private static final HoldCause[] VALUES = values();

    private final String whatHappened;
    private final String whatToDo;

    HoldCause(String whatHappened, String whatToDo) {
        this.whatHappened = whatHappened;
        this.whatToDo = whatToDo;
    }

    /// {@return the cause handed over in a lane}
    ///
    /// @param ordinal its ordinal
    public static HoldCause of(long ordinal) {
        return VALUES[(int) ordinal];
    }

    /// {@return what happened; follows the arm's name where one arm is to blame}
    public String whatHappened() {
        return whatHappened;
    }

    /// {@return what a person does next}
    public String whatToDo() {
        return whatToDo;
    }
}

package org.telescribe.teleop.control.message;

/// All that the rest of the program knows of the control loop: commands in, snapshots out. Any thread,
/// never blocks.
public interface ControlPort {
    /// Sends a command. It is looked at in the next tick.
    ///
    /// @param command the command
    void send(ControlCommand command);

    /// {@return what the loop said last; before the first tick, a snapshot with tick -1}
    ControlSnapshot snapshot();
}

package org.telescribe.teleop.control.recorder;

import java.util.List;
import org.telescribe.devices.core.frame.LatestFrame;

/// All that the rest of the program does with the recorder. Any thread, never blocks.
public interface RecorderPort {
    /// Sends a command. It is looked at within some milliseconds.
    ///
    /// @param command the command
    void send(RecorderCommand command);

    /// {@return what the recorder said last}
    RecorderSnapshot snapshot();

    /// {@return the newest frame of each camera, in the dataset's order}
    List<LatestFrame> screens();
}

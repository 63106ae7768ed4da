package org.telescribe.app.station;

import java.nio.file.Path;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.control.loop.StationRefused;
import org.telescribe.teleop.control.recorder.TickObserver;
import org.telescribe.teleop.episode.model.DatasetException;

/// Starts a station the usual way and turns refusals into sentences.
public final class StationStart {
    private StationStart() {}

    /// Starts loop and recorder.
    ///
    /// @param station open arms and cameras, taken over
    /// @param dataset the dataset's folder
    /// @param clock session clock
    /// @return the running station
    /// @throws CommandFailed with the sentence of whoever refused
    public static CompositionRoot start(OpenStation station, Path dataset, SessionClock clock) throws CommandFailed {
        try {
            return CompositionRoot.start(
                    station, dataset, CompositionRoot.RunSettings.usual(), clock, TickObserver.none());
        } catch (StationRefused | DatasetException refused) {
            throw new CommandFailed(String.valueOf(refused.getMessage()), refused);
        }
    }

    /// Opens the station of a file and starts it.
    ///
    /// @param file the station file
    /// @param dataset the dataset's folder
    /// @param clock session clock
    /// @return the running station
    /// @throws CommandFailed with the sentence of whatever refused
    public static CompositionRoot ofFile(Path file, Path dataset, SessionClock clock) throws CommandFailed {
        return start(ConfiguredStation.open(file, clock), dataset, clock);
    }
}

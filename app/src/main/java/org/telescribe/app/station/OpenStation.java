package org.telescribe.app.station;

import java.util.List;
import org.telescribe.devices.core.port.CameraSource;
import org.telescribe.teleop.control.loop.RunningLoop;
import org.telescribe.teleop.control.loop.StationArms;
import org.telescribe.teleop.episode.model.ArmSource;
import org.telescribe.teleop.episode.setup.StationSetup;

/// A station whose arms and cameras are open. Whoever starts it closes arms and cameras; `emulation` is
/// closed last.
///
/// @param name the station's name
/// @param robotType the robot's name in datasets
/// @param armSource where the arms are
/// @param calibrationHash hash of the calibration in force; empty when there is none
/// @param setup where arms and cameras are, as far as it is known
/// @param arms the four arms
/// @param cameras cameras in the order of the dataset
/// @param emulation what pretends to be the hardware; does nothing for a real station
public record OpenStation(
        String name,
        String robotType,
        ArmSource armSource,
        String calibrationHash,
        StationSetup setup,
        StationArms arms,
        List<CameraSource> cameras,
        Emulation emulation) {
    /// Copies.
    public OpenStation {
        cameras = List.copyOf(cameras);
    }

    /// The emulated hardware of a station.
    public interface Emulation extends AutoCloseable {
        /// Told once that the loop runs, so that pictures can show where the arms are.
        ///
        /// @param loop the running loop
        void started(RunningLoop loop);

        /// Lets the emulated operator perform the motion once, from now on.
        void perform();

        /// {@return how long the motion takes, nanoseconds; 0 when there is none}
        long motionNanos();

        @Override
        void close();

        /// {@return the emulation of a station that is real}
        static Emulation none() {
            return new Emulation() {
                @Override
                public void started(RunningLoop loop) {}

                @Override
                public void perform() {}

                @Override
                public long motionNanos() {
                    return 0;
                }

                @Override
                public void close() {}
            };
        }
    }
}

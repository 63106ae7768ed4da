package org.telescribe.app.station;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.telescribe.app.console.CommandFailed;

/// A station as a person describes it in a file; the format is docs/formats/station-v1.md. Numbers
/// carry their units in their names, joints their own names.
///
/// @param version version of the format
/// @param name the station's name
/// @param robotType the robot's name in datasets
/// @param arms the four arms
/// @param cameras cameras in the order of the dataset
public record StationFile(
        @JsonProperty("version") int version,
        @JsonProperty("name") String name,
        @JsonProperty("robot_type") String robotType,
        @JsonProperty("arms") List<Arm> arms,
        @JsonProperty("cameras") List<Camera> cameras) {
    /// Version that this program reads.
    public static final int VERSION = 1;

    /// One arm.
    ///
    /// @param side `left` or `right`, the robot's own
    /// @param role `leader` or `follower`
    /// @param port path of the serial port; may be empty when the serial number says which
    /// @param serialNumber USB serial number of the adapter; may be empty
    /// @param baud line speed, bits per second
    /// @param fastSyncRead whether the servos know fast sync read
    /// @param joints joints in the order of the dataset
    public record Arm(
            @JsonProperty("side") String side,
            @JsonProperty("role") String role,
            @JsonProperty("port") String port,
            @JsonProperty("serial_number") String serialNumber,
            @JsonProperty("baud") int baud,
            @JsonProperty("fast_sync_read") boolean fastSyncRead,
            @JsonProperty("joints") List<Joint> joints) {
        /// {@return the name people read}
        public String word() {
            return side + " " + role;
        }
    }

    /// One joint.
    ///
    /// @param name the joint's name within its arm
    /// @param servo identifier of its servo
    /// @param model kind of servo, such as `XM430_W350`
    /// @param homeCounts position of the servo at 0 radians, counts
    /// @param direction 1 or -1
    /// @param minRad lowest position, radians
    /// @param maxRad highest position, radians
    /// @param maxSpeedRadPerS highest speed, radians per second
    /// @param maxAccelerationRadPerS2 highest acceleration, radians per second squared
    public record Joint(
            @JsonProperty("name") String name,
            @JsonProperty("servo") int servo,
            @JsonProperty("model") String model,
            @JsonProperty("home_counts") int homeCounts,
            @JsonProperty("direction") int direction,
            @JsonProperty("min_rad") double minRad,
            @JsonProperty("max_rad") double maxRad,
            @JsonProperty("max_speed_rad_per_s") double maxSpeedRadPerS,
            @JsonProperty("max_acceleration_rad_per_s2") double maxAccelerationRadPerS2) {}

    /// One camera.
    ///
    /// @param name the camera's name in the dataset
    /// @param kind `v4l2`, `file` or `generator`
    /// @param source device, file or FFmpeg filter description
    /// @param pixelFormat what a v4l2 device is asked for, such as `mjpeg`; may be empty
    /// @param width pixels
    /// @param height pixels
    /// @param framesPerSecond rate, hertz
    public record Camera(
            @JsonProperty("name") String name,
            @JsonProperty("kind") String kind,
            @JsonProperty("source") String source,
            @JsonProperty("pixel_format") String pixelFormat,
            @JsonProperty("width") int width,
            @JsonProperty("height") int height,
            @JsonProperty("frames_per_second") double framesPerSecond) {}

    /// Reads a station file.
    ///
    /// @param file the file
    /// @return the station
    /// @throws CommandFailed when it cannot be used; the message says file, line and reason
    public static StationFile read(Path file) throws CommandFailed {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailed(
                    "There is no station file %s. Write one (docs/formats/station-v1.md), or leave ".formatted(file)
                            + "--station out to use the built-in bench.");
        }
        try {
            StationFile station = new ObjectMapper().readValue(file.toFile(), StationFile.class);
            if (station.version() != VERSION) {
                throw new CommandFailed(
                        "%s has version %d, this Telescribe reads version %d. Update Telescribe, or write the station anew."
                                .formatted(file, station.version(), VERSION));
            }
            return station;
        } catch (JsonProcessingException wrong) {
            long line = wrong.getLocation() == null ? 1 : wrong.getLocation().getLineNr();
            String reason = wrong.getOriginalMessage().lines().findFirst().orElse("not JSON");
            throw new CommandFailed(
                    "%s, line %d: %s. No arm was touched. Mend that line.".formatted(file, line, reason), wrong);
        } catch (IOException refused) {
            throw new CommandFailed(
                    "%s cannot be read: %s. Check its permissions.".formatted(file, refused.getMessage()), refused);
        }
    }
}

package org.telescribe.app.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.joint.ArmJoint;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.JointLimit;
import org.telescribe.devices.core.port.ByteLink;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.port.CameraLost;
import org.telescribe.devices.core.port.CameraSource;
import org.telescribe.devices.core.port.LeaderArm;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.drivers.camera.FileCamera;
import org.telescribe.devices.drivers.camera.GeneratorCamera;
import org.telescribe.devices.drivers.camera.V4l2Camera;
import org.telescribe.devices.drivers.dynamixel.BusSettings;
import org.telescribe.devices.drivers.dynamixel.DynamixelFollowerArm;
import org.telescribe.devices.drivers.dynamixel.DynamixelLeaderArm;
import org.telescribe.devices.drivers.dynamixel.ReadMode;
import org.telescribe.devices.drivers.dynamixel.ServoModel;
import org.telescribe.devices.drivers.dynamixel.ServoSpec;
import org.telescribe.devices.drivers.link.PortNotOpened;
import org.telescribe.devices.drivers.link.SerialPortInfo;
import org.telescribe.devices.drivers.link.SerialPorts;
import org.telescribe.teleop.control.loop.StationArms;
import org.telescribe.teleop.episode.model.ArmSource;
import org.telescribe.teleop.episode.setup.StationSetup;

/// Opens the arms and cameras of a station file. What was opened before something refused is closed
/// again.
final class ConfiguredStation {
    private static final int POOL = 16;

    private final SessionClock clock;
    private final List<AutoCloseable> opened = new ArrayList<>();

    private ConfiguredStation(SessionClock clock) {
        this.clock = clock;
    }

    /// Opens everything.
    ///
    /// @param file the station file
    /// @param clock session clock
    /// @return the open station
    /// @throws CommandFailed with the sentence of whatever refused
    static OpenStation open(Path file, SessionClock clock) throws CommandFailed {
        StationFile described = StationFile.read(file);
        ConfiguredStation opening = new ConfiguredStation(clock);
        boolean open = false;
        try {
            StationArms arms = new StationArms(
                    opening.leader(described, "left"),
                    opening.follower(described, "left"),
                    opening.leader(described, "right"),
                    opening.follower(described, "right"));
            List<CameraSource> cameras = new ArrayList<>();
            for (StationFile.Camera camera : described.cameras()) {
                cameras.add(opening.camera(camera));
            }
            open = true;
            return new OpenStation(
                    described.name(),
                    described.robotType(),
                    ArmSource.REAL,
                    hash(file),
                    StationSetup.unknown(ArmSource.REAL),
                    arms,
                    cameras,
                    OpenStation.Emulation.none());
        } catch (PortNotOpened | CameraLost refused) {
            throw new CommandFailed(refused.getMessage() + " No arm has moved.", refused);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailed(
                    "%s: %s. No arm has moved. Mend the station file.".formatted(file, wrong.getMessage()), wrong);
        } finally {
            if (!open) {
                opening.closeAll();
            }
        }
    }

    private DynamixelLeaderArm leader(StationFile station, String side) throws CommandFailed, PortNotOpened {
        StationFile.Arm arm = arm(station, side, "leader");
        ArmLayout layout = layout(arm);
        return kept(new DynamixelLeaderArm(link(arm), clock, layout, servos(arm), settings(arm)));
    }

    private DynamixelFollowerArm follower(StationFile station, String side) throws CommandFailed, PortNotOpened {
        StationFile.Arm arm = arm(station, side, "follower");
        ArmLayout layout = layout(arm);
        return kept(new DynamixelFollowerArm(link(arm), clock, layout, servos(arm), settings(arm)));
    }

    private <T extends LeaderArm> T kept(T arm) {
        opened.add(arm);
        return arm;
    }

    private static StationFile.Arm arm(StationFile station, String side, String role) throws CommandFailed {
        return station.arms().stream()
                .filter(arm -> arm.side().equals(side) && arm.role().equals(role))
                .findFirst()
                .orElseThrow(() -> new CommandFailed(
                        "Station %s has no %s %s. Add it to the station file.".formatted(station.name(), side, role)));
    }

    private static ArmLayout layout(StationFile.Arm arm) {
        return new ArmLayout(arm.joints().stream()
                .map(joint -> new ArmJoint(
                        joint.name(),
                        new JointLimit(
                                joint.minRad(),
                                joint.maxRad(),
                                joint.maxSpeedRadPerS(),
                                joint.maxAccelerationRadPerS2())))
                .toList());
    }

    private static List<ServoSpec> servos(StationFile.Arm arm) {
        return arm.joints().stream()
                .map(joint -> new ServoSpec(
                        joint.name(),
                        joint.servo(),
                        ServoModel.valueOf(joint.model()),
                        joint.homeCounts(),
                        joint.direction()))
                .toList();
    }

    private static BusSettings settings(StationFile.Arm arm) {
        return new BusSettings(arm.baud(), 0, arm.fastSyncRead() ? ReadMode.FAST_SYNC_READ : ReadMode.SYNC_READ);
    }

    private ByteLink link(StationFile.Arm arm) throws CommandFailed, PortNotOpened {
        return SerialPorts.open(port(arm), arm.baud(), clock);
    }

    /// The serial number wins: names of ports change from one start of the machine to the next.
    private static String port(StationFile.Arm arm) throws CommandFailed {
        if (arm.serialNumber().isEmpty()) {
            return arm.port();
        }
        return SerialPorts.list().stream()
                .filter(port -> port.serialNumber().equals(arm.serialNumber()))
                .map(SerialPortInfo::portName)
                .findFirst()
                .orElseThrow(() -> new CommandFailed(
                        "The adapter with serial number %s of the %s is not plugged in. No arm has moved. Plug it in and open the station again."
                                .formatted(arm.serialNumber(), arm.word())));
    }

    private CameraSource camera(StationFile.Camera camera) throws CommandFailed, CameraLost {
        FramePool pool = new FramePool(POOL, camera.width(), camera.height(), false);
        CameraSource source = switch (camera.kind()) {
            case "v4l2" ->
                V4l2Camera.open(
                        new CameraInfo(camera.name(), camera.width(), camera.height(), camera.framesPerSecond()),
                        Path.of(camera.source()),
                        camera.pixelFormat(),
                        pool,
                        clock);
            case "file" ->
                FileCamera.open(camera.name(), Path.of(camera.source()), pool, clock, new ParkingWait(clock));
            case "generator" ->
                GeneratorCamera.open(camera.name(), camera.source(), pool, clock, new ParkingWait(clock));
            default ->
                throw new CommandFailed("Camera %s: kind \"%s\" is not known. Use v4l2, file or generator."
                        .formatted(camera.name(), camera.kind()));
        };
        opened.add(source);
        return source;
    }

    private static String hash(Path file) throws CommandFailed {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException | NoSuchAlgorithmException refused) {
            throw new CommandFailed("%s cannot be read: %s.".formatted(file, refused.getMessage()), refused);
        }
    }

    private void closeAll() {
        for (AutoCloseable thing : opened) {
            switch (thing) {
                case LeaderArm arm -> arm.close();
                case CameraSource camera -> camera.close();
                default -> throw new IllegalStateException("nothing else is opened here");
            }
        }
    }
}

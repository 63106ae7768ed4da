package org.telescribe.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.station.OpenStation;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.port.CameraSource;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.drivers.dynamixel.BusSettings;
import org.telescribe.devices.drivers.dynamixel.DynamixelFollowerArm;
import org.telescribe.devices.drivers.dynamixel.DynamixelLeaderArm;
import org.telescribe.devices.drivers.dynamixel.ServoModel;
import org.telescribe.devices.drivers.dynamixel.ServoSpec;
import org.telescribe.devices.drivers.link.PortNotOpened;
import org.telescribe.devices.drivers.link.SerialPorts;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.camera.StreamCamera;
import org.telescribe.teleop.control.loop.StationArms;
import org.telescribe.teleop.episode.model.ArmSource;
import org.telescribe.teleop.episode.setup.StationSetup;

/// A station whose arms and cameras live in other processes: one process with four servo chains that
/// honour wire time, one with three noise cameras.
final class BenchStation implements AutoCloseable {
    private static final int EMULATOR_HEAP = 64;
    private static final int CAMERA_HEAP = 64;
    private static final List<String> CAMERAS = List.of("head", "left_wrist", "right_wrist");

    private final ChildProgram emulator;
    private final ChildProgram cameraProgram;
    private final OpenStation station;

    private BenchStation(ChildProgram emulator, ChildProgram cameraProgram, OpenStation station) {
        this.emulator = emulator;
        this.cameraProgram = cameraProgram;
        this.station = station;
    }

    /// Starts both processes and opens what they offer.
    ///
    /// @param clock session clock
    /// @param out folder for their messages
    static BenchStation start(SessionClock clock, Path out) throws CommandFailed, IOException {
        Path sockets = Files.createTempDirectory("telescribe-bench");
        ChildProgram emulator = ChildProgram.start(
                EMULATOR_HEAP,
                out.resolve("emulator.log"),
                List.of("station", "emulate", "--profile", "aloha", "--wait-for-go", "--json"));
        @Nullable ChildProgram cameras = null;
        boolean open = false;
        try {
            List<String> arguments = new ArrayList<>(List.of("station", "cameras"));
            CAMERAS.forEach(name -> arguments.add(sockets.resolve(name).toString()));
            cameras = ChildProgram.start(CAMERA_HEAP, out.resolve("cameras.log"), arguments);
            JsonNode ports = ports(emulator);
            awaitListening(cameras);
            OpenStation station = open(ports, sockets, clock);
            open = true;
            return new BenchStation(emulator, cameras, station);
        } catch (PortNotOpened refused) {
            throw new CommandFailed(String.valueOf(refused.getMessage()), refused);
        } finally {
            if (!open) {
                emulator.close();
                if (cameras != null) {
                    cameras.close();
                }
            }
        }
    }

    private static JsonNode ports(ChildProgram emulator) throws CommandFailed, IOException {
        String line = emulator.readLine();
        while (line != null && !line.startsWith("{")) {
            line = emulator.readLine();
        }
        if (line == null) {
            throw new CommandFailed("The emulator ended at once. Its messages are in emulator.log.");
        }
        return new ObjectMapper().readTree(line);
    }

    private static void awaitListening(ChildProgram cameras) throws CommandFailed, IOException {
        String line = cameras.readLine();
        if (line == null) {
            throw new CommandFailed("The cameras ended at once. Their messages are in cameras.log.");
        }
    }

    private static OpenStation open(JsonNode ports, Path sockets, SessionClock clock)
            throws PortNotOpened, IOException {
        ArmLayout layout = new BenchArms().layout();
        StationArms arms = new StationArms(
                leader(ports, "left_leader", layout, clock),
                follower(ports, "left_follower", layout, clock),
                leader(ports, "right_leader", layout, clock),
                follower(ports, "right_follower", layout, clock));
        List<CameraSource> cameras = new ArrayList<>();
        for (String name : CAMERAS) {
            cameras.add(new StreamCamera(new CameraInfo(name, 640, 480, 30), sockets.resolve(name), clock));
        }
        return new OpenStation(
                "benchmark",
                "telescribe_bench",
                ArmSource.EMULATED,
                "",
                StationSetup.unknown(ArmSource.EMULATED),
                arms,
                cameras,
                OpenStation.Emulation.none());
    }

    private static DynamixelLeaderArm leader(JsonNode ports, String arm, ArmLayout layout, SessionClock clock)
            throws PortNotOpened {
        return new DynamixelLeaderArm(
                SerialPorts.open(path(ports, arm), BusSettings.FAST.bitsPerSecond(), clock),
                clock,
                layout,
                ServoSpec.inOrder(layout, ServoModel.XM430_W350),
                BusSettings.FAST);
    }

    private static DynamixelFollowerArm follower(JsonNode ports, String arm, ArmLayout layout, SessionClock clock)
            throws PortNotOpened {
        return new DynamixelFollowerArm(
                SerialPorts.open(path(ports, arm), BusSettings.FAST.bitsPerSecond(), clock),
                clock,
                layout,
                ServoSpec.inOrder(layout, ServoModel.XM430_W350),
                BusSettings.FAST);
    }

    private static String path(JsonNode ports, String arm) {
        return Objects.requireNonNull(ports.get(arm), arm).asText();
    }

    OpenStation station() {
        return station;
    }

    /// Lets the leaders move.
    void go() throws IOException {
        emulator.say("go");
    }

    @Override
    public void close() {
        emulator.close();
        cameraProgram.close();
    }
}

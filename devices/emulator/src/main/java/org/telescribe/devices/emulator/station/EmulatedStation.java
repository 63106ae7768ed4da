package org.telescribe.devices.emulator.station;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.telescribe.devices.core.joint.ArmId;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.ArmRole;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.emulator.motion.TwoArmMotion;
import org.telescribe.devices.emulator.servo.ChainSettings;
import org.telescribe.devices.emulator.servo.EmulatedBus;
import org.telescribe.devices.emulator.servo.EmulatedServoSpec;
import org.telescribe.devices.posix.SystemCallRefused;

/// Four running arms: servos 1, 2, 3, ... on each bus, small ones in the leaders, large ones in the
/// followers, as in the `aloha` profile.
public final class EmulatedStation implements AutoCloseable {
    private final Map<ArmId, EmulatedBus> buses;
    private final long originNanos;
    private final SessionClock clock;

    private EmulatedStation(Map<ArmId, EmulatedBus> buses, long originNanos, SessionClock clock) {
        this.buses = buses;
        this.originNanos = originNanos;
        this.clock = clock;
    }

    /// Starts the four arms. The motion begins at once.
    ///
    /// @param clock the session clock; must be the machine's own
    /// @param layout joints of each arm
    /// @param motion how the hands move the leaders, joints in the order of the layout
    /// @param restRad where the followers are at first, radians, in the order of the layout
    /// @param settings how the buses are set up
    /// @param onFailure told when a chain's thread ends by a failure, on that thread
    /// @return the running station
    /// @throws SystemCallRefused when the system has no pseudo-terminals left
    public static EmulatedStation start(
            SessionClock clock,
            ArmLayout layout,
            TwoArmMotion motion,
            double[] restRad,
            ChainSettings settings,
            Consumer<Throwable> onFailure)
            throws SystemCallRefused {
        if (restRad.length != layout.size()) {
            throw new IllegalArgumentException(
                    "%d rest positions for %d joints".formatted(restRad.length, layout.size()));
        }
        Map<ArmId, EmulatedBus> buses = new LinkedHashMap<>();
        EmulatedStation station = new EmulatedStation(buses, clock.nanoTime(), clock);
        try {
            for (ArmSide side : ArmSide.values()) {
                for (ArmRole role : ArmRole.values()) {
                    ArmId id = new ArmId(side, role);
                    buses.put(id, station.startBus(id, layout, motion, restRad, settings, onFailure));
                }
            }
        } catch (SystemCallRefused refused) {
            station.close();
            throw refused;
        }
        return station;
    }

    private EmulatedBus startBus(
            ArmId id,
            ArmLayout layout,
            TwoArmMotion motion,
            double[] restRad,
            ChainSettings settings,
            Consumer<Throwable> onFailure)
            throws SystemCallRefused {
        String name = "emulated-%s-%s".formatted(id.side().word(), id.role().word());
        IntStream ids = IntStream.rangeClosed(1, layout.size());
        return switch (id.role()) {
            case LEADER -> {
                List<EmulatedServoSpec> servos =
                        ids.mapToObj(EmulatedServoSpec::xl330).toList();
                yield EmulatedBus.leader(name, clock, servos, motion.of(id.side()), originNanos, settings, onFailure);
            }
            case FOLLOWER -> {
                List<EmulatedServoSpec> servos =
                        ids.mapToObj(EmulatedServoSpec::xm430).toList();
                yield EmulatedBus.follower(name, clock, servos, restRad, settings, onFailure);
            }
        };
    }

    /// {@return what to open for each arm}
    public Map<ArmId, Path> ports() {
        Map<ArmId, Path> ports = new LinkedHashMap<>();
        buses.forEach((id, bus) -> ports.put(id, bus.clientPath()));
        return ports;
    }

    /// {@return one arm's bus, for its faults and counters}
    ///
    /// @param id which arm
    public EmulatedBus bus(ArmId id) {
        EmulatedBus bus = buses.get(id);
        if (bus == null) {
            throw new IllegalStateException("the station has no %s".formatted(id.word()));
        }
        return bus;
    }

    /// {@return how long the motion has been going on, nanoseconds}
    public long motionNanos() {
        return clock.nanoTime() - originNanos;
    }

    /// Takes all ports away.
    @Override
    public void close() {
        buses.values().forEach(EmulatedBus::close);
    }
}

package org.telescribe.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.console.CommonOptions;
import org.telescribe.app.station.EmulatedPorts;
import org.telescribe.app.station.TerminationHook;
import org.telescribe.devices.core.agent.AgentRunner;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.devices.emulator.camera.NoiseCameraServer;
import org.telescribe.devices.posix.PosixThreadScheduling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Arms and cameras of stations.
@Command(name = "station", description = "Arms and cameras.")
final class StationCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        throw common.usage("telescribe station needs a command: emulate");
    }

    private static final int PAUSE_PRIORITY = 45;
    private static final int NICENESS = -8;
    private static final long POLL_NANOS = 100_000_000L;

    /// Waits until the process is told to end or its standard input is closed by a parent.
    private static void waitForEnd(SessionClock clock, AtomicBoolean ending) {
        ParkingWait wait = new ParkingWait(clock);
        while (!ending.get() && !Thread.currentThread().isInterrupted()) {
            wait.waitUntil(clock.nanoTime() + POLL_NANOS);
        }
    }

    /// Emulated arms for any Dynamixel client.
    @Command(
            name = "emulate",
            description =
                    "Offers emulated arms on pseudo-terminals, so that any Dynamixel client can talk to them, until "
                            + "Ctrl+C.")
    static final class Emulate implements Callable<Integer> {
        @Mixin
        private CommonOptions common = new CommonOptions();

        @Option(names = "--profile", paramLabel = "NAME", description = "Which arms: aloha. Default: aloha.")
        private String profile = "aloha";

        @Option(names = "--baud", paramLabel = "BITS", description = "Line speed. Default: 1000000.")
        private int baud = 1_000_000;

        @Option(
                names = "--return-delay",
                paramLabel = "UNITS",
                description = "Servos' pause before an answer, units of 2 us, 0 to 254. Default: 0.")
        private int returnDelay;

        @Option(names = "--seed", paramLabel = "N", description = "Seed of the leaders' motion. Default: 1.")
        private long seed = 1;

        @Option(names = "--wait-for-go", hidden = true)
        private boolean waitForGo;

        @Override
        public Integer call() throws CommandFailed {
            if (!profile.equals("aloha")) {
                throw new CommandFailed("There is no profile \"%s\". Use --profile aloha.".formatted(profile));
            }
            SystemSessionClock clock = new SystemSessionClock();
            new PosixThreadScheduling().favourThisProcess(PAUSE_PRIORITY, NICENESS);
            AtomicBoolean ending = new AtomicBoolean();
            try (EmulatedPorts ports = EmulatedPorts.open(baud, returnDelay, seed, clock);
                    TerminationHook hook = new TerminationHook(() -> ending.set(true))) {
                Map<String, Object> said = new LinkedHashMap<>();
                said.put("ok", true);
                ports.paths().forEach((arm, path) -> {
                    common.say("%-15s %s   servos 1 to 7, %d baud".formatted(arm, path, baud));
                    said.put(arm.replace(' ', '_'), path);
                });
                common.say("Ctrl+C ends it.");
                common.result(said);
                if (waitForGo) {
                    awaitLine();
                }
                ports.perform();
                if (waitForGo) {
                    awaitLine();
                } else {
                    waitForEnd(clock, ending);
                }
            }
            return 0;
        }

        private static void awaitLine() throws CommandFailed {
            try {
                stdin().readLine();
            } catch (IOException broken) {
                throw new CommandFailed("The parent process went away.", broken);
            }
        }

        private static BufferedReader stdin() {
            return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8), 1);
        }
    }

    /// Noise cameras for benchmarks.
    @Command(name = "cameras", hidden = true, description = "Offers noise cameras on Unix domain sockets.")
    static final class Cameras implements Callable<Integer> {
        @Mixin
        private CommonOptions common = new CommonOptions();

        @Parameters(paramLabel = "SOCKET", arity = "1..*", description = "Paths of the sockets.")
        private List<Path> sockets = new ArrayList<>();

        @Option(names = "--rate", description = "Frames per second.")
        private double rate = 30;

        @Override
        public Integer call() throws CommandFailed {
            SystemSessionClock clock = new SystemSessionClock();
            new PosixThreadScheduling().favourThisProcess(PAUSE_PRIORITY, NICENESS);
            List<AgentRunner> runners = new ArrayList<>();
            AtomicBoolean ending = new AtomicBoolean();
            try (TerminationHook hook = new TerminationHook(() -> ending.set(true))) {
                for (Path socket : sockets) {
                    String name = String.valueOf(socket.getFileName());
                    NoiseCameraServer camera = new NoiseCameraServer(name, socket, 640, 480, rate, clock);
                    runners.add(new AgentRunner(camera, clock, new ParkingWait(clock), failure -> {}).start());
                }
                common.say("listening");
                waitForEnd(clock, ending);
            } catch (IOException refused) {
                throw new CommandFailed("A camera socket cannot be made: " + refused.getMessage(), refused);
            } finally {
                runners.forEach(AgentRunner::close);
            }
            return 0;
        }
    }
}

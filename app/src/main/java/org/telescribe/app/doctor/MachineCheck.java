package org.telescribe.app.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.agent.AgentRunner;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.devices.drivers.link.SerialPortInfo;
import org.telescribe.devices.drivers.link.SerialPorts;
import org.telescribe.devices.posix.PosixThreadScheduling;
import org.telescribe.teleop.episode.video.VideoEncoders;

/// Looks at everything that recording and the window need.
///
/// @param folders where the program keeps its things
public record MachineCheck(AppFolders folders) {
    private static final int REAL_TIME_PRIORITY = 10;
    private static final long SHARE_NANOS = 1_500_000;
    private static final long PERIOD_NANOS = 5_000_000;
    private static final long GIBIBYTE = 1L << 30;
    private static final double GIBIBYTES_PER_HOUR = 5.2;
    private static final List<String> LIBRARY_FOLDERS =
            List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib");

    /// {@return what was found, the program's own needs first}
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(realTime());
        findings.add(encoders());
        findings.add(cameraLibraries());
        findings.add(windowLibraries());
        findings.add(glLibraries());
        findings.add(display());
        findings.addAll(ports());
        findings.add(disk());
        return findings;
    }

    private static Finding java() {
        Runtime.Version version = Runtime.version();
        String says = "%s, %s".formatted(version, System.getProperty("java.vendor"));
        return version.feature() >= 25
                ? Finding.ok("JDK", says)
                : Finding.missing("JDK", says + "; 25 is needed", "Install a JDK 25, for example Temurin 25");
    }

    private static Finding realTime() {
        AtomicReference<Finding> found = new AtomicReference<>(Finding.couldBeBetter(
                "Real-time scheduling",
                "not granted; under load the control loop may be some milliseconds late",
                "sudo cp packaging/linux/telescribe-realtime.conf /etc/security/limits.d/ and log in again"));
        Agent asker = new Agent() {
            @Override
            public String roleName() {
                return "real-time question";
            }

            @Override
            public void onStart() {
                PosixThreadScheduling scheduling = new PosixThreadScheduling();
                if (scheduling.shareOfEachPeriod(SHARE_NANOS, PERIOD_NANOS, REAL_TIME_PRIORITY)) {
                    found.set(
                            scheduling.hasShare(scheduling.ownThreadId())
                                    ? Finding.ok("Real-time scheduling", "granted, a share of each period")
                                    : firstInFirstOut());
                }
            }

            @Override
            public long doWork(long nowNanos) {
                return nowNanos + 1_000_000L;
            }
        };
        SystemSessionClock clock = new SystemSessionClock();
        AgentRunner runner = new AgentRunner(asker, clock, new ParkingWait(clock), failure -> {});
        try (runner) {
            runner.start();
            new ParkingWait(clock).waitUntil(clock.nanoTime() + 20_000_000L);
        }
        return found.get();
    }

    private static Finding firstInFirstOut() {
        return Finding.couldBeBetter(
                "Real-time scheduling",
                "granted, first in first out; from Linux 6.12 on ordinary threads may go before it for up to 50 ms in a second",
                "sudo sh -c 'for f in /sys/kernel/debug/sched/fair_server/cpu*/runtime; do echo 0 > $f; done' (until the next start of the computer)");
    }

    private static Finding encoders() {
        List<String> there = VideoEncoders.available();
        return there.isEmpty()
                ? Finding.missing("Video encoders", "none", "Build again: rm -rf app/target && ./telescribe doctor")
                : Finding.ok("Video encoders", String.join(", ", there));
    }

    private static Finding cameraLibraries() {
        return library("libpulse.so.0")
                ? Finding.ok("USB cameras (V4L2)", "the device library can be loaded")
                : Finding.couldBeBetter(
                        "USB cameras (V4L2)",
                        "FFmpeg's device library needs libpulse; files and generated cameras work",
                        "sudo apt-get install --no-install-recommends libpulse0");
    }

    private static Finding windowLibraries() {
        return library("libgtk-3.so.0")
                ? Finding.ok("Window (GTK 3)", "there")
                : Finding.couldBeBetter(
                        "Window (GTK 3)",
                        "not there; only --headless works",
                        "sudo apt-get install --no-install-recommends libgtk-3-0");
    }

    private static Finding glLibraries() {
        boolean there = library("libGL.so.1") && library("libEGL.so.1");
        return there
                ? Finding.ok("OpenGL libraries", "libGL and libEGL are there")
                : Finding.couldBeBetter(
                        "OpenGL libraries",
                        "libGL or libEGL is not there; the window draws in software",
                        "sudo apt-get install --no-install-recommends libgl1 libegl1 libgl1-mesa-dri");
    }

    private static Finding display() {
        String display = System.getenv("DISPLAY");
        String wayland = System.getenv("WAYLAND_DISPLAY");
        boolean there = (display != null && !display.isEmpty()) || (wayland != null && !wayland.isEmpty());
        return there
                ? Finding.ok("Display", String.valueOf(display == null ? wayland : display))
                : Finding.couldBeBetter("Display", "none; commands run headless", "");
    }

    private static List<Finding> ports() {
        List<SerialPortInfo> ports = SerialPorts.list();
        if (ports.isEmpty()) {
            return List.of(Finding.couldBeBetter("Serial ports", "none; the built-in station needs none", ""));
        }
        return ports.stream()
                .map(port -> Finding.ok("Serial port", words(port)))
                .toList();
    }

    private static String words(SerialPortInfo port) {
        String serial = port.serialNumber().isEmpty() ? "" : ", serial number " + port.serialNumber();
        return "%s, %s%s".formatted(port.portName(), port.description(), serial);
    }

    private Finding disk() {
        Path folder = folders.datasets();
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            FileStore store = Files.getFileStore(there);
            double free = (double) store.getUsableSpace() / GIBIBYTE;
            String says = String.format(
                    Locale.ROOT,
                    "%.0f GiB free for %s = %.0f h of three cameras",
                    free,
                    folder,
                    free / GIBIBYTES_PER_HOUR);
            return free > 1
                    ? Finding.ok("Disk", says)
                    : Finding.missing("Disk", says, "Free some space, or record elsewhere with --out");
        } catch (IOException refused) {
            return Finding.missing(
                    "Disk", "%s: %s".formatted(there, refused.getMessage()), "Check the folder's permissions");
        }
    }

    private static boolean library(String name) {
        return LIBRARY_FOLDERS.stream().map(Path::of).anyMatch(folder -> holds(folder, name));
    }

    private static boolean holds(Path folder, String name) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith(name));
        } catch (IOException unreadable) {
            return false;
        }
    }
}

package org.telescribe.app.station;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telescribe.app.console.SoftwareVersion;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.port.CameraSource;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.posix.PosixDeadlineWait;
import org.telescribe.devices.posix.PosixThreadScheduling;
import org.telescribe.teleop.control.loop.LoopTiming;
import org.telescribe.teleop.control.loop.RunningLoop;
import org.telescribe.teleop.control.loop.StationRefused;
import org.telescribe.teleop.control.message.ControlCommand;
import org.telescribe.teleop.control.message.HoldCause;
import org.telescribe.teleop.control.recorder.Recorder;
import org.telescribe.teleop.control.recorder.RecorderSettings;
import org.telescribe.teleop.control.recorder.StationSchema;
import org.telescribe.teleop.control.recorder.TickObserver;
import org.telescribe.teleop.control.safety.SafetySettings;
import org.telescribe.teleop.episode.dataset.RecordingDataset;
import org.telescribe.teleop.episode.durable.NioDurableFiles;
import org.telescribe.teleop.episode.model.ArmSource;
import org.telescribe.teleop.episode.model.VideoSettings;
import org.telescribe.teleop.episode.setup.StationSetupFile;

/// Puts a running station together: loop, recorder, dataset. The only place that does. Closing it
/// closes everything in reverse order.
public final class CompositionRoot implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CompositionRoot.class);
    private static final int PAUSE_PRIORITY = 45;
    private static final int NICENESS = -8;
    private static final long STOP_NANOS = 150_000_000L;
    private static final long START_DELAY_NANOS = 50_000_000L;

    private final OpenStation station;
    private final RunningLoop loop;
    private final Recorder recorder;
    private final String recovered;
    private final Path dataset;
    private final double ticksPerSecond;
    private final SessionClock clock;

    /// How a run is set up.
    ///
    /// @param ticksPerSecond rate of the control loop, hertz
    /// @param framesPerSecond the dataset's grid, hertz
    /// @param video how cameras are encoded
    public record RunSettings(double ticksPerSecond, int framesPerSecond, VideoSettings video) {
        /// {@return 200 Hz, 30 Hz, AV1}
        public static RunSettings usual() {
            return new RunSettings(200, 30, VideoSettings.lowDelayAv1());
        }
    }

    private CompositionRoot(
            OpenStation station,
            RunningLoop loop,
            Recorder recorder,
            String recovered,
            Path dataset,
            double ticksPerSecond,
            SessionClock clock) {
        this.station = station;
        this.loop = loop;
        this.recorder = recorder;
        this.recovered = recovered;
        this.dataset = dataset;
        this.ticksPerSecond = ticksPerSecond;
        this.clock = clock;
    }

    /// Opens the dataset and starts all threads. Takes the station over, also when it throws.
    ///
    /// @param station open arms and cameras
    /// @param dataset the dataset's folder
    /// @param run rates and encoding
    /// @param clock session clock
    /// @param observer sees every tick
    /// @return the running station
    /// @throws StationRefused when leaders and followers do not go together
    /// @throws org.telescribe.teleop.episode.model.DatasetException when the dataset refuses
    public static CompositionRoot start(
            OpenStation station, Path dataset, RunSettings run, SessionClock clock, TickObserver observer)
            throws StationRefused {
        boolean started = false;
        try {
            CompositionRoot root = assemble(station, dataset, run, clock, observer);
            started = true;
            return root;
        } finally {
            if (!started) {
                closeDevices(station);
            }
        }
    }

    private static CompositionRoot assemble(
            OpenStation station, Path datasetFolder, RunSettings run, SessionClock clock, TickObserver observer)
            throws StationRefused {
        AtomicReference<@Nullable RunningLoop> started = new AtomicReference<>();
        BiConsumer<String, Throwable> onFailure = (thread, failure) -> {
            LOG.error("thread {} ended", thread, failure);
            RunningLoop running = started.get();
            if (running != null) {
                running.send(new ControlCommand.Hold(HoldCause.PROGRAM_FAILED));
            }
        };
        PosixThreadScheduling scheduling = new PosixThreadScheduling();
        scheduling.favourThisProcess(PAUSE_PRIORITY, NICENESS);
        ArmLayout left = station.arms().leftFollower().layout();
        ArmLayout right = station.arms().rightFollower().layout();
        StationSchema schema = StationSchema.of(
                station.robotType(),
                run.framesPerSecond(),
                left,
                right,
                station.cameras().stream().map(CameraSource::info).toList(),
                run.video());
        RecordingDataset dataset = RecordingDataset.open(datasetFolder, schema.schema(), new NioDurableFiles(), clock);
        String recovered = RecoverySentence.of(dataset.recovery(), run.framesPerSecond());
        boolean running = false;
        try {
            RunningLoop loop = new RunningLoop(
                    station.arms(),
                    LoopTiming.ofRate(clock.nanoTime() + START_DELAY_NANOS, run.ticksPerSecond()),
                    station.armSource() == ArmSource.REAL ? SafetySettings.TABLE_TOP : SafetySettings.EMULATED,
                    clock,
                    () -> new PosixDeadlineWait(clock),
                    scheduling,
                    onFailure);
            started.set(loop);
            RecorderSettings settings = new RecorderSettings(
                    station.name(),
                    SoftwareVersion.current(),
                    calibration(station, datasetFolder),
                    station.armSource());
            Recorder recorder = new Recorder(
                    station.cameras(), schema, settings, dataset, loop.ticks(), clock, scheduling, observer, onFailure);
            running = true;
            station.emulation().started(loop);
            LOG.info("{} {}", loop.realTime().sentence(), recovered);
            return new CompositionRoot(station, loop, recorder, recovered, datasetFolder, run.ticksPerSecond(), clock);
        } finally {
            if (!running) {
                dataset.close();
            }
        }
    }

    /// What is known of arms and cameras becomes a file of the dataset, whose name every episode carries.
    private static String calibration(OpenStation station, Path datasetFolder) {
        boolean known =
                !station.setup().arms().isEmpty() || !station.setup().cameras().isEmpty();
        return known
                ? StationSetupFile.write(datasetFolder, station.setup(), new NioDurableFiles())
                : station.calibrationHash();
    }

    private static void closeDevices(OpenStation station) {
        station.cameras().forEach(CameraSource::close);
        station.arms().leftLeader().close();
        station.arms().leftFollower().close();
        station.arms().rightLeader().close();
        station.arms().rightFollower().close();
        station.emulation().close();
    }

    /// {@return the control loop}
    public RunningLoop loop() {
        return loop;
    }

    /// {@return the recorder}
    public Recorder recorder() {
        return recorder;
    }

    /// {@return the station}
    public OpenStation station() {
        return station;
    }

    /// {@return what opening the dataset recovered, a sentence for people, empty when nothing was}
    public String recovered() {
        return recovered;
    }

    /// {@return folder of the dataset that is recorded into}
    public Path dataset() {
        return dataset;
    }

    /// {@return rate of the control loop, hertz}
    public double ticksPerSecond() {
        return ticksPerSecond;
    }

    /// {@return names of the cameras, in the dataset's order}
    public List<String> cameraNames() {
        return station.cameras().stream().map(camera -> camera.info().name()).toList();
    }

    /// Stops all motion; for when the process is told to end.
    public void holdForTermination() {
        loop.send(new ControlCommand.Hold(HoldCause.TERMINATION));
    }

    @Override
    public void close() {
        holdForTermination();
        if (loop.snapshot().state().moves()) {
            new ParkingWait(clock).waitUntil(clock.nanoTime() + STOP_NANOS);
        }
        recorder.close();
        loop.close();
        station.emulation().close();
    }
}

package org.telescribe.teleop.control.recorder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.agent.AgentRunner;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.devices.core.frame.LatestFrame;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.handover.SpscQueue;
import org.telescribe.devices.core.handover.SpscRing;
import org.telescribe.devices.core.port.CameraSource;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.episode.dataset.RecordingDataset;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.EpisodeSchema;
import org.telescribe.teleop.episode.video.CameraEncoder;
import org.telescribe.teleop.episode.video.VideoEncoders;

/// A recorder that runs: camera, encoder and recorder threads. All that the rest of the program does
/// with it is to send commands, read snapshots and show the newest frames.
public final class Recorder implements RecorderPort, AutoCloseable {
    private static final int FRAMES_IN_FLIGHT = 8;
    private static final int PACKETS_IN_FLIGHT = 512;
    private static final int COMMANDS_IN_FLIGHT = 32;

    private final RecorderAgent agent;
    private final SpscQueue<RecorderCommand> commands = new SpscQueue<>(COMMANDS_IN_FLIGHT);
    private final List<LatestFrame> screens = new ArrayList<>();
    private final List<AgentRunner> runners = new ArrayList<>();

    /// Starts the threads.
    ///
    /// @param sources open cameras, in the order of the schema; this recorder closes them
    /// @param schema features of the dataset
    /// @param settings what stays the same for all episodes
    /// @param dataset the open dataset; this recorder closes it
    /// @param ticks every tick of the control loop
    /// @param clock session clock
    /// @param scheduling puts encoder threads into the background
    /// @param observer sees every tick
    /// @param onFailure told of a thread that failed, with its name
    public Recorder(
            List<CameraSource> sources,
            StationSchema schema,
            RecorderSettings settings,
            RecordingDataset dataset,
            SpscRing ticks,
            SessionClock clock,
            ThreadScheduling scheduling,
            TickObserver observer,
            BiConsumer<String, Throwable> onFailure) {
        List<CameraLine> lines = new ArrayList<>();
        Supplier<RecordingWindow> window = this::window;
        for (int i = 0; i < sources.size(); i++) {
            lines.add(line(i, sources.get(i), schema.schema(), window, scheduling));
        }
        this.agent = new RecorderAgent(clock, schema, settings, dataset, ticks, lines, commands, observer);
        List<Agent> agents = new ArrayList<>();
        agents.add(agent);
        for (CameraLine line : lines) {
            agents.add(line.encoder());
            agents.add(line.camera());
        }
        ParkingWait wait = new ParkingWait(clock);
        for (Agent each : agents) {
            runners.add(new AgentRunner(each, clock, wait, failure -> onFailure.accept(each.roleName(), failure)));
        }
        runners.forEach(AgentRunner::start);
    }

    private RecordingWindow window() {
        return agent.window();
    }

    private CameraLine line(
            int index,
            CameraSource source,
            EpisodeSchema schema,
            Supplier<RecordingWindow> window,
            ThreadScheduling scheduling) {
        CameraFeature feature = schema.cameras().get(index);
        SpscQueue<PooledFrame> frames = new SpscQueue<>(FRAMES_IN_FLIGHT);
        SpscQueue<EncoderMessage> packets = new SpscQueue<>(PACKETS_IN_FLIGHT);
        LatestFrame screen = new LatestFrame();
        screens.add(screen);
        Supplier<CameraEncoder> opener =
                () -> VideoEncoders.open(schema.video(), feature, schema.framesPerSecond(), scheduling);
        return new CameraLine(
                feature.name(),
                new CameraAgent(source, frames, screen),
                new EncoderAgent(index, feature.name(), frames, packets, window, opener, scheduling),
                packets);
    }

    @Override
    public synchronized void send(RecorderCommand command) {
        commands.offer(command);
    }

    @Override
    public RecorderSnapshot snapshot() {
        return agent.snapshot();
    }

    @Override
    public List<LatestFrame> screens() {
        return List.copyOf(screens);
    }

    /// Ends the threads. An episode that is being recorded stays in its journal and is recovered when
    /// the dataset is next opened.
    @Override
    public void close() {
        for (int i = runners.size() - 1; i >= 0; i--) {
            runners.get(i).close();
        }
    }
}

package org.telescribe.devices.emulator.camera;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.agent.AgentRunner;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SessionClock;

/// Cameras for a process of their own: moving noise with a [FrameCounter], offered to one client each
/// on a local socket, at the camera's rate. A frame that the client is too slow for is skipped, and the
/// numbers show it.
public final class NoiseCameraServer implements AutoCloseable {
    private final List<AgentRunner> runners = new ArrayList<>();
    private final List<Path> sockets = new ArrayList<>();
    private final AtomicLong framesSent = new AtomicLong();

    private NoiseCameraServer() {}

    /// Starts the cameras.
    ///
    /// @param folder where their sockets appear, each named after its camera with the ending `.sock`
    /// @param cameras which cameras
    /// @param clock the session clock; must be the machine's own
    /// @param onFailure told when a camera's thread ends by a failure
    /// @return the running cameras
    /// @throws IOException when a socket cannot be made
    public static NoiseCameraServer start(
            Path folder, List<CameraInfo> cameras, SessionClock clock, Consumer<Throwable> onFailure)
            throws IOException {
        NoiseCameraServer server = new NoiseCameraServer();
        try {
            for (int i = 0; i < cameras.size(); i++) {
                Path socket = socketOf(folder, cameras.get(i).name());
                Camera camera = new Camera(cameras.get(i), socket, i, cameras.size(), server.framesSent, clock);
                server.sockets.add(socket);
                server.runners.add(new AgentRunner(camera, clock, new ParkingWait(clock), onFailure).start());
            }
        } catch (IOException failure) {
            server.close();
            throw failure;
        }
        return server;
    }

    /// {@return the socket of a camera}
    ///
    /// @param folder folder of the sockets
    /// @param cameraName the camera's name
    public static Path socketOf(Path folder, String cameraName) {
        return folder.resolve(cameraName + ".sock");
    }

    /// {@return the sockets, in the order of the cameras}
    public List<Path> sockets() {
        return List.copyOf(sockets);
    }

    /// {@return frames handed to clients so far, all cameras together}
    public long framesSent() {
        return framesSent.get();
    }

    /// Ends the cameras and removes their sockets.
    @Override
    public void close() {
        runners.forEach(AgentRunner::close);
    }

    private static final class Camera implements Agent {
        private static final long ACCEPT_PAUSE_NANOS = 5_000_000L;

        private final CameraInfo info;
        private final Path socket;
        private final AtomicLong framesSent;
        private final SessionClock clock;
        private final ServerSocketChannel server;
        private final NoisePicture noise;
        private final ByteBuffer header = StreamHeader.buffer();
        private final ByteBuffer picture;
        private final ByteBuffer[] both;
        private final long periodNanos;
        private final long phaseNanos;
        private @Nullable SocketChannel client;
        private long sequence;
        private long dueNanos;

        Camera(CameraInfo info, Path socket, int index, int count, AtomicLong framesSent, SessionClock clock)
                throws IOException {
            this.info = info;
            this.socket = socket;
            this.framesSent = framesSent;
            this.clock = clock;
            this.noise = new NoisePicture(info.width(), info.height(), index + 1L);
            this.picture = ByteBuffer.allocateDirect(info.width() * info.height() * 3 / 2);
            this.both = new ByteBuffer[] {header, picture};
            this.periodNanos = Math.round(1e9 / info.framesPerSecond());
            this.phaseNanos = periodNanos * index / count;
            Files.deleteIfExists(socket);
            this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
            server.configureBlocking(false);
        }

        @Override
        public String roleName() {
            return "noise-camera-" + info.name();
        }

        @Override
        public long doWork(long nowNanos) {
            try {
                SocketChannel to = client;
                if (to == null) {
                    client = server.accept();
                    dueNanos = nowNanos + phaseNanos;
                    return client == null ? nowNanos + ACCEPT_PAUSE_NANOS : dueNanos;
                }
                send(to, nowNanos);
            } catch (IOException gone) {
                drop();
                return nowNanos;
            }
            dueNanos += periodNanos;
            sequence++;
            long behind = Math.max(0, (clock.nanoTime() - dueNanos) / periodNanos);
            sequence += behind;
            dueNanos += behind * periodNanos;
            return dueNanos;
        }

        private void send(SocketChannel to, long captureNanos) throws IOException {
            noise.draw(picture, sequence);
            FrameCounter.draw(picture, info.width(), info.height(), (int) sequence);
            StreamHeader.write(header, sequence, captureNanos, info.width(), info.height());
            picture.clear();
            while (picture.hasRemaining()) {
                to.write(both);
            }
            framesSent.getAndIncrement();
        }

        private void drop() {
            SocketChannel old = client;
            client = null;
            if (old == null) {
                return;
            }
            try {
                old.close();
            } catch (IOException alreadyGone) {
                return; // the client went first
            }
        }

        @Override
        public void onClose() {
            drop();
            try {
                server.close();
                Files.deleteIfExists(socket);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}

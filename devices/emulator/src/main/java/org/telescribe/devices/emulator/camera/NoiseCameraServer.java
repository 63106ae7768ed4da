package org.telescribe.devices.emulator.camera;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.frame.PixelFormat;
import org.telescribe.devices.core.time.SessionClock;

/// A camera in a process of its own: waits on a Unix domain socket for its reader, then sends it
/// numbered pictures of noise at a steady rate. An agent for one thread.
public final class NoiseCameraServer implements Agent {
    private final String name;
    private final Path socket;
    private final int width;
    private final int height;
    private final double framesPerSecond;
    private final SessionClock clock;
    private final ServerSocketChannel server;
    private final NoisePictures pictures;
    private final ByteBuffer picture;
    private final ByteBuffer header = ByteBuffer.allocateDirect(FrameStream.HEADER_BYTES);
    private @Nullable SocketChannel reader;
    private long sequence;
    private long dueNanos;

    /// A camera that listens; give it to a runner.
    ///
    /// @param name the camera's name
    /// @param socket path of the socket; must not exist
    /// @param width pixels, at least 512
    /// @param height pixels
    /// @param framesPerSecond rate, hertz
    /// @param clock session clock
    /// @throws IOException when the socket cannot be made
    public NoiseCameraServer(
            String name, Path socket, int width, int height, double framesPerSecond, SessionClock clock)
            throws IOException {
        this.name = name;
        this.socket = socket;
        this.width = width;
        this.height = height;
        this.framesPerSecond = framesPerSecond;
        this.clock = clock;
        this.pictures = new NoisePictures(width, height, name.hashCode());
        this.picture = ByteBuffer.allocateDirect(PixelFormat.I420.bytes(width, height));
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
    }

    @Override
    public String roleName() {
        return "noise camera " + name;
    }

    @Override
    public long doWork(long nowNanos) {
        try {
            SocketChannel to = reader;
            if (to == null) {
                to = server.accept();
                reader = to;
                dueNanos = clock.nanoTime();
            }
            send(to);
        } catch (IOException readerIsGone) {
            reader = null;
        }
        long periodNanos = Math.round(1e9 / framesPerSecond);
        long missed = Math.max(0, (clock.nanoTime() - dueNanos) / periodNanos);
        sequence += missed;
        dueNanos += (missed + 1) * periodNanos;
        return dueNanos;
    }

    private void send(SocketChannel to) throws IOException {
        sequence++;
        picture.clear();
        pictures.next(picture, sequence);
        new FrameStream.Header(picture.capacity(), sequence, clock.nanoTime(), width, height, framesPerSecond)
                .write(header);
        writeAll(to, header);
        writeAll(to, picture);
    }

    private static void writeAll(SocketChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    @Override
    public void onClose() {
        try {
            server.close();
            if (reader != null) {
                reader.close();
            }
            Files.deleteIfExists(socket);
        } catch (IOException leftBehind) {
            // the process ends anyway, and a socket file of a dead process disturbs nobody
            return;
        }
    }
}

package org.telescribe.devices.emulator.camera;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.frame.StampSource;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.port.CameraLost;
import org.telescribe.devices.core.port.CameraSource;
import org.telescribe.devices.core.time.SessionClock;

/// A camera whose pictures come from another process over a local socket, with the moment of capture
/// that the other process saw. Without a free buffer a picture is read past and dropped.
public final class StreamCamera implements CameraSource {
    private static final long MILLI_NANOS = 1_000_000L;

    private final CameraInfo info;
    private final FramePool pool;
    private final SessionClock clock;
    private final SocketChannel channel;
    private final Selector selector;
    private final ByteBuffer header = StreamHeader.buffer();
    private final ByteBuffer dropped;
    private @Nullable PooledFrame frame;
    private @Nullable ByteBuffer pixels;

    private StreamCamera(
            CameraInfo info, FramePool pool, SessionClock clock, SocketChannel channel, Selector selector) {
        this.info = info;
        this.pool = pool;
        this.clock = clock;
        this.channel = channel;
        this.selector = selector;
        this.dropped = ByteBuffer.allocateDirect(info.width() * info.height() * 3 / 2);
    }

    /// Connects.
    ///
    /// @param info what the camera is expected to deliver
    /// @param socket the camera's socket
    /// @param pool buffers of the camera's size
    /// @param clock the session clock; must be the machine's own
    /// @return the camera
    /// @throws CameraLost with a sentence when nobody offers it
    public static StreamCamera connect(CameraInfo info, Path socket, FramePool pool, SessionClock clock)
            throws CameraLost {
        try {
            Selector selector = Selector.open();
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.connect(UnixDomainSocketAddress.of(socket));
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ);
            } catch (IOException refused) {
                channel.close();
                selector.close();
                throw refused;
            }
            return new StreamCamera(info, pool, clock, channel, selector);
        } catch (IOException refused) {
            throw new CameraLost(
                    "Camera %s: nobody offers pictures at %s (%s). Start the cameras' process first."
                            .formatted(info.name(), socket, refused.getMessage()),
                    refused);
        }
    }

    @Override
    public CameraInfo info() {
        return info;
    }

    @Override
    public @Nullable PooledFrame next(long deadlineNanos) throws CameraLost {
        try {
            while (true) {
                if (fill()) {
                    return take();
                }
                long remainingNanos = deadlineNanos - clock.nanoTime();
                if (remainingNanos <= 0) {
                    return null;
                }
                selector.select(Math.max(1, remainingNanos / MILLI_NANOS));
                selector.selectedKeys().clear();
            }
        } catch (IOException | ClosedSelectorException gone) {
            giveUp();
            throw new CameraLost(
                    "Camera %s is gone: its process ended or closed it. What was recorded so far is safe."
                            .formatted(info.name()),
                    gone);
        }
    }

    /// Takes what has arrived.
    ///
    /// @return whether a picture is complete
    private boolean fill() throws IOException, CameraLost {
        while (header.hasRemaining()) {
            if (read(header) == 0) {
                return false;
            }
        }
        ByteBuffer into = pixels;
        if (into == null) {
            if (!StreamHeader.fits(header, info.width(), info.height())) {
                throw new CameraLost("Camera %s sends something other than pictures of %d x %d. Check its settings."
                        .formatted(info.name(), info.width(), info.height()));
            }
            frame = pool.take();
            into = frame == null ? dropped.clear() : frame.pixels();
            pixels = into;
        }
        while (into.hasRemaining()) {
            if (read(into) == 0) {
                return false;
            }
        }
        return true;
    }

    private int read(ByteBuffer into) throws IOException {
        int taken = channel.read(into);
        if (taken < 0) {
            throw new IOException("end of stream");
        }
        return taken;
    }

    private @Nullable PooledFrame take() {
        PooledFrame complete = frame;
        if (complete != null) {
            complete.stamp(StreamHeader.sequence(header), StreamHeader.captureNanos(header), StampSource.KERNEL);
        }
        frame = null;
        pixels = null;
        header.clear();
        return complete;
    }

    private void giveUp() {
        PooledFrame partial = frame;
        frame = null;
        pixels = null;
        if (partial != null) {
            partial.release();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            selector.close();
        } catch (IOException alreadyGone) {
            return; // there is nothing left to close
        }
    }
}

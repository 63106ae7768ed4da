package org.telescribe.devices.emulator.camera;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.frame.PixelFormat;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.frame.StampSource;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.port.CameraLost;
import org.telescribe.devices.core.port.CameraSource;
import org.telescribe.devices.core.time.SessionClock;

/// The recorder's end of a camera in another process: takes frames off a Unix domain socket. The stamps
/// are those of the camera process, on the same monotonic clock.
public final class StreamCamera implements CameraSource {
    private static final int POOL = 24;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final CameraInfo info;
    private final SessionClock clock;
    private final SocketChannel channel;
    private final Selector selector;
    private final FramePool pool;
    private final ByteBuffer header = ByteBuffer.allocateDirect(FrameStream.HEADER_BYTES);
    private final ByteBuffer skipped;
    private @Nullable PooledFrame frame;
    private @Nullable ByteBuffer target;

    /// Connects to a camera process.
    ///
    /// @param info what the camera delivers
    /// @param socket where it listens
    /// @param clock session clock
    /// @throws IOException when nobody listens there
    public StreamCamera(CameraInfo info, Path socket, SessionClock clock) throws IOException {
        this.info = info;
        this.clock = clock;
        this.pool = new FramePool(POOL, info.width(), info.height(), false);
        this.skipped = ByteBuffer.allocateDirect(PixelFormat.I420.bytes(info.width(), info.height()));
        this.channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        channel.configureBlocking(false);
        this.selector = Selector.open();
        channel.register(selector, SelectionKey.OP_READ);
    }

    @Override
    public CameraInfo info() {
        return info;
    }

    @Override
    public @Nullable PooledFrame next(long deadlineNanos) throws CameraLost {
        try {
            while (true) {
                ByteBuffer into = target == null ? header : target;
                if (channel.read(into) < 0) {
                    throw new CameraLost("Camera %s ended its stream. Start it again.".formatted(info.name()));
                }
                if (into.hasRemaining()) {
                    if (!await(deadlineNanos)) {
                        return null;
                    }
                } else if (target == null) {
                    beginPicture();
                } else {
                    PooledFrame complete = endPicture();
                    if (complete != null) {
                        return complete;
                    }
                }
            }
        } catch (IOException | IllegalArgumentException | ClosedSelectorException broken) {
            throw new CameraLost("Camera %s: %s.".formatted(info.name(), broken.getMessage()), broken);
        }
    }

    private boolean await(long deadlineNanos) throws IOException {
        long millis = (deadlineNanos - clock.nanoTime()) / NANOS_PER_MILLI;
        if (millis <= 0) {
            return false;
        }
        selector.select(millis);
        selector.selectedKeys().clear();
        return channel.isOpen();
    }

    private void beginPicture() {
        header.flip();
        FrameStream.Header said = FrameStream.Header.read(header);
        if (said.width() != info.width() || said.height() != info.height()) {
            throw new IllegalArgumentException("sends %d x %d, %d x %d was agreed"
                    .formatted(said.width(), said.height(), info.width(), info.height()));
        }
        frame = pool.take();
        PooledFrame taken = frame;
        if (taken != null) {
            taken.stamp(said.sequence(), said.captureNanos(), StampSource.KERNEL);
        }
        target = taken == null ? skipped.clear() : taken.pixels();
    }

    private @Nullable PooledFrame endPicture() {
        PooledFrame complete = frame;
        frame = null;
        target = null;
        header.clear();
        return complete;
    }

    @Override
    public void close() {
        try {
            selector.close();
            channel.close();
        } catch (IOException alreadyGone) {
            return;
        } finally {
            PooledFrame half = frame;
            frame = null;
            if (half != null) {
                half.release();
            }
        }
    }
}

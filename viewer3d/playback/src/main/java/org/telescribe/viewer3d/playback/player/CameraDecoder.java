package org.telescribe.viewer3d.playback.player;

import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.devices.core.frame.PixelFormat;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.frame.StampSource;
import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.handover.LatestValue;
import org.telescribe.devices.core.time.DeadlineWait;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.video.SeekableVideo;
import org.telescribe.viewer3d.playback.clip.CameraClip;
import org.telescribe.viewer3d.playback.player.DecodeRequest.Mode;

/// Decodes one camera: hands the wanted picture to its pane, then decodes what will be wanted. Works in
/// steps of one picture, so that a newer request is heard at once.
final class CameraDecoder implements Agent {
    private static final int NICENESS = 0;
    private static final long IDLE_NANOS = 100_000_000L;
    private static final long RETRY_NANOS = 1_000_000L;
    private static final long REST_NANOS = 30_000_000L;
    private static final int MOST_LATE_FRAMES = 12;

    private final int camera;
    private final CameraClip clip;
    private final int threads;
    private final SinkSlot slot;
    private final ThreadScheduling scheduling;
    private final DecodeHook hook;
    private final FrameCache cache;
    private final DecodePlan plan;
    private final Lanes lanes = new Lanes(DecodeRequest.LANES);
    /// The owner writes it, this thread reads the newest.
    private final LatestValue requests;

    private @Nullable SeekableVideo video;
    private DecodeRequest request = DecodeRequest.NONE;
    private long requestVersion;
    private int offered = -1;
    private int early = -1;
    private int drops;
    private long restsSinceNanos;
    private boolean rests;
    private boolean dead;

    private volatile @Nullable CameraTrouble trouble;
    private volatile long memoryBytes;

    CameraDecoder(
            int camera,
            CameraClip clip,
            PictureBuffers buffers,
            int capacity,
            int threads,
            SinkSlot slot,
            LatestValue requests,
            ThreadScheduling scheduling,
            DecodeHook hook) {
        this.camera = camera;
        this.clip = clip;
        this.threads = threads;
        this.slot = slot;
        this.requests = requests;
        this.scheduling = scheduling;
        this.hook = hook;
        this.cache =
                new FrameCache(buffers, Math.min(capacity, clip.frames()), clip.width(), clip.height(), clip.frames());
        this.plan = new DecodePlan(clip, cache);
    }

    @Override
    public String roleName() {
        return "decode " + clip.name();
    }

    /// {@return why the camera or one of its pictures cannot be shown; any thread}
    @Nullable
    CameraTrouble trouble() {
        return trouble;
    }

    /// {@return bytes of the buffers made so far; any thread}
    long memoryBytes() {
        return memoryBytes;
    }

    /// The decoder's thread has ended by a fault of the program.
    void failed(Throwable failure) {
        trouble = new CameraTrouble(
                CameraTrouble.ALL,
                "Camera %s stopped playing (%s). The file was not changed; open the episode again."
                        .formatted(clip.name(), failure.getMessage()));
    }

    /// {@return a wait that ends early when a newer request is there}
    DeadlineWait waitForRequest(SessionClock clock) {
        Lanes unused = new Lanes(DecodeRequest.LANES);
        return deadlineNanos -> requests.awaitNewer(requestVersion, deadlineNanos, clock, unused);
    }

    @Override
    public void onStart() {
        scheduling.background(NICENESS);
    }

    @Override
    public long doWork(long nowNanos) {
        hook.beforeWork(camera, request.wantedFrame());
        listen();
        if (dead || request.mode() == Mode.HIDDEN || request.wantedFrame() < 0) {
            return nowNanos + IDLE_NANOS;
        }
        boolean waiting = !offer();
        int urgent = plan.urgent(request);
        if (urgent != DecodePlan.NOTHING) {
            rests = false;
            boolean goingBack = request.direction() == 0 && request.next() < 0; // the others come next
            step(urgent, goingBack ? 0 : clip.pictureOf(urgent));
            offer();
            return nowNanos;
        }
        if (!rests) {
            rests = true;
            restsSinceNanos = nowNanos;
        }
        long restedNanos = nowNanos - restsSinceNanos;
        boolean first = request.settled() || request.next() != 0;
        if (request.direction() == 0 && !first && restedNanos < REST_NANOS) { // the other cameras come first
            return waiting ? nowNanos + RETRY_NANOS : restsSinceNanos + REST_NANOS;
        }
        int later = plan.later(request);
        if (later != DecodePlan.NOTHING) {
            step(later, plan.isBackwards() ? 0 : clip.pictureOf(later));
            return nowNanos;
        }
        return nowNanos + (waiting ? RETRY_NANOS : IDLE_NANOS);
    }

    private void listen() {
        long version = requests.version();
        if (version != requestVersion) {
            requestVersion = requests.read(lanes);
            request = DecodeRequest.read(lanes);
            if (request.wantedFrame() == early) {
                offered = early; // it lies there already, unless it was dropped
            }
            if (request.wantedFrame() != offered || offered == early) {
                early = -1;
            }
            plan.moved(request);
            tellTrouble();
        }
    }

    /// Offers the best picture that is there; while playing, the next one too, so that it is converted
    /// when it is asked for.
    ///
    /// @return false when one waits because the pane has not taken the last
    private boolean offer() {
        if (slot.drops() != drops) {
            drops = slot.drops();
            early = -1;
            offered = -1; // perhaps it was that one: it is offered again
        }
        int best = bestToShow();
        if (best >= 0 && best != offered) {
            if (!slot.offer(cache.get(best), best, false)) {
                return false;
            }
            offered = best;
            return true;
        }
        int next = request.nextFrame(clip.frames());
        if (offered != request.wantedFrame() || early >= 0 || request.mode() != Mode.EXACT) {
            return true;
        }
        if (next < 0 || !cache.has(next)) {
            return true;
        }
        if (!slot.offer(cache.get(next), next, true)) {
            return false;
        }
        early = next;
        return true;
    }

    private int bestToShow() {
        int wanted = request.wantedFrame();
        if (cache.has(wanted)) {
            return wanted;
        }
        if (request.mode() != Mode.EXACT) {
            int keyframe = plan.keyframe(wanted);
            return cache.has(keyframe) ? keyframe : -1;
        }
        if (request.direction() == 0 || offered < 0) {
            return -1;
        }
        // Decoding cannot keep up: the newest picture that is there is better than an older one.
        int step = wanted > offered ? 1 : -1;
        for (int late = 1; late <= MOST_LATE_FRAMES; late++) {
            int frame = wanted - step * late;
            if ((frame - offered) * step <= 0) {
                return -1;
            }
            if (cache.has(frame)) {
                return frame;
            }
        }
        return -1;
    }

    private void step(int target, int nothingNeededBefore) {
        try {
            SeekableVideo open = open();
            int picture = clip.pictureOf(target);
            open.aim(picture);
            int decoded = open.advance(nothingNeededBefore);
            keep(open, decoded);
            if (decoded == SeekableVideo.END || decoded > picture) {
                plan.damaged(
                        target,
                        "%s (%s): the picture at %.3f s is damaged. The others can be shown."
                                .formatted(clip.file(), clip.codecName(), clip.tickNanosOf(target) / 1e9));
            } else if (decoded == picture && !cache.has(target)) {
                plan.refused(target);
            }
        } catch (DatasetException broken) {
            String sentence = String.valueOf(broken.getMessage());
            plan.damaged(target, sentence);
            if (video == null) {
                dead = true;
                trouble = new CameraTrouble(CameraTrouble.ALL, sentence);
            }
        }
        tellTrouble();
    }

    private void tellTrouble() {
        if (!dead) {
            int wanted = request.wantedFrame();
            String damage = wanted < 0 ? null : plan.damage(wanted);
            trouble = damage == null ? null : new CameraTrouble(wanted, damage);
        }
    }

    private SeekableVideo open() {
        SeekableVideo open = video;
        if (open == null) {
            open = SeekableVideo.open(clip.index(), threads);
            video = open;
        }
        return open;
    }

    private void keep(SeekableVideo open, int picture) {
        int frame = clip.frameOf(picture);
        if (picture == SeekableVideo.END || frame < 0 || frame >= clip.frames() || cache.has(frame)) {
            return;
        }
        PooledFrame buffer = cache.place(frame, request);
        if (buffer == null) {
            return;
        }
        boolean filled = false;
        try {
            open.copyTo(buffer);
            buffer.stamp(frame, clip.tickNanosOf(frame), StampSource.ARRIVAL);
            filled = true;
        } finally {
            if (!filled) {
                cache.forget(frame);
            }
        }
        memoryBytes = (long) cache.buffers() * PixelFormat.I420.bytes(clip.width(), clip.height());
    }

    @Override
    public void onClose() {
        SeekableVideo open = video;
        if (open != null) {
            open.close();
            video = null;
        }
        dead = true;
        cache.close();
        memoryBytes = 0;
    }
}

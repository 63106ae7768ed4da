package org.telescribe.viewer3d.playback.player;

import java.util.ArrayList;
import java.util.List;
import org.telescribe.devices.core.agent.AgentRunner;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.devices.core.handover.LatestValue;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.viewer3d.playback.clip.CameraClip;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;

/// Plays an episode: one clock for all cameras, plots and the 3D view. At each pulse the pictures that
/// were asked for at the pulse before are put on the screen together, and those of the next are asked
/// for; so the tick on show is one pulse behind the clock, the same for everything. All methods on the
/// owner's thread; none waits.
public final class Player implements AutoCloseable {
    /// A pulse that follows the last within this time shows nothing new while playing: screens catch up
    /// with two pulses at once after a pause, and no decoder could have answered.
    private static final long SHORTEST_PULSE_NANOS = 4_000_000L;

    private final EpisodeClip clip;
    private final PlayerSettings settings;
    private final SessionClock clock;
    private final PlayClock playClock;
    private final PlayTally tally;
    private final List<Pane> panes = new ArrayList<>();
    private final List<AgentRunner> runners = new ArrayList<>();

    private long pulseNanos;
    private long askedTickNanos;
    private long shownTickNanos;
    private int stepDirection;
    private boolean dragging;
    private boolean playAfterDrag;
    private long draggedNanos;
    private int referenceCamera;
    private List<PaneState> states = List.of();

    Player(
            EpisodeClip clip,
            List<? extends PictureSink> sinks,
            PlayerSettings settings,
            PictureBuffers buffers,
            SessionClock clock,
            ThreadScheduling scheduling,
            DecodeHook hook) {
        if (sinks.size() != clip.cameras().size()) {
            throw new IllegalArgumentException("%d panes for %d cameras"
                    .formatted(sinks.size(), clip.cameras().size()));
        }
        this.clip = clip;
        this.settings = settings;
        this.clock = clock;
        this.playClock = new PlayClock(clip.lastTickNanos());
        MemoryShares shares = MemoryShares.of(clip.cameras(), settings.budgetBytes());
        for (int camera = 0; camera < sinks.size(); camera++) {
            CameraClip cameraClip = clip.cameras().get(camera);
            LatestValue requests = new LatestValue(DecodeRequest.LANES);
            SinkSlot slot = cameraClip.isPlayable() ? new SinkSlot(sinks.get(camera)) : null;
            CameraDecoder decoder = slot == null
                    ? null
                    : new CameraDecoder(
                            camera,
                            cameraClip,
                            buffers,
                            shares.pictures().get(camera),
                            settings.threadsPerDecoder(),
                            slot,
                            requests,
                            scheduling,
                            hook);
            panes.add(new Pane(camera, cameraClip, shares.keyframesOnly().get(camera), slot, decoder, requests));
        }
        this.tally = new PlayTally(panes);
        ask(clock.nanoTime());
    }

    /// Opens a player that rests at the episode's start and decodes its first pictures.
    ///
    /// @param clip the episode
    /// @param sinks where each camera's pictures go, in the clip's order; those of lost cameras are never
    ///     called
    /// @param settings how to use the machine
    /// @param buffers of pictures, from the player before and for the next
    /// @param clock the session clock
    /// @param scheduling puts the decoders' threads into the background
    /// @param hook called by the decoders before they work
    /// @return the open player
    public static Player open(
            EpisodeClip clip,
            List<? extends PictureSink> sinks,
            PlayerSettings settings,
            PictureBuffers buffers,
            SessionClock clock,
            ThreadScheduling scheduling,
            DecodeHook hook) {
        Player player = new Player(clip, sinks, settings, buffers, clock, scheduling, hook);
        for (CameraDecoder decoder : player.decoders()) {
            player.runners.add(new AgentRunner(decoder, clock, decoder.waitForRequest(clock), decoder::failed).start());
        }
        return player;
    }

    /// Opens a player with buffers of its own.
    ///
    /// @param clip the episode
    /// @param sinks where each camera's pictures go, in the clip's order; those of lost cameras are never
    ///     called
    /// @param settings how to use the machine
    /// @param clock the session clock
    /// @param scheduling puts the decoders' threads into the background
    /// @param hook called by the decoders before they work
    /// @return the open player
    public static Player open(
            EpisodeClip clip,
            List<? extends PictureSink> sinks,
            PlayerSettings settings,
            SessionClock clock,
            ThreadScheduling scheduling,
            DecodeHook hook) {
        return open(clip, sinks, settings, new PictureBuffers(0), clock, scheduling, hook);
    }

    List<CameraDecoder> decoders() {
        List<CameraDecoder> decoders = new ArrayList<>();
        for (Pane pane : panes) {
            CameraDecoder decoder = pane.decoder();
            if (decoder != null) {
                decoders.add(decoder);
            }
        }
        return decoders;
    }

    /// Shows what was asked for at the last pulse and asks for what is due now. Once a pulse of the
    /// screen.
    ///
    /// @param nowNanos session clock, nanoseconds
    /// @return what each pane shows from now on, in the clip's order
    public List<PaneState> pulse(long nowNanos) {
        if (playClock.isPlaying() && nowNanos - pulseNanos < SHORTEST_PULSE_NANOS && !states.isEmpty()) {
            return states;
        }
        pulseNanos = nowNanos;
        int changed = 0;
        int ready = 0;
        for (Pane pane : panes) {
            changed += pane.take() ? 1 : 0;
            ready += pane.isReady() ? 1 : 0;
        }
        shownTickNanos = askedTickNanos;
        panes.forEach(Pane::settle);
        if (playClock.isPlaying() && !dragging) {
            tally.count(nowNanos, changed, Math.abs(playClock.rate()) <= 1);
        }
        List<PaneState> now = new ArrayList<>(panes.size());
        for (Pane pane : panes) {
            now.add(pane.state(shownTickNanos, nowNanos, dragging, ready, panes.size()));
        }
        states = List.copyOf(now);
        if (!dragging) {
            playClock.stopAtEnd(nowNanos);
            askedTickNanos = playClock.tickNanos(nowNanos);
        }
        ask(nowNanos);
        return states;
    }

    private void ask(long nowNanos) {
        boolean proxies = dragging && nowNanos - draggedNanos < settings.dragRestNanos();
        double rate = dragging ? 0 : playClock.rate();
        int direction = (int) Math.signum(rate);
        int next = direction == 0 ? stepDirection : Math.abs(rate) <= 1 ? direction : 0;
        Pane.Motion motion =
                new Pane.Motion(proxies, direction, next, playClock.loopFromNanos(), playClock.loopToNanos());
        panes.forEach(pane -> pane.want(askedTickNanos, nowNanos));
        boolean settled = panes.stream().allMatch(Pane::isSettled);
        panes.forEach(pane -> pane.ask(motion, settled));
    }

    private void moveTo(long tickNanos) {
        long nowNanos = clock.nanoTime();
        playClock.seek(tickNanos, nowNanos);
        jump(nowNanos);
    }

    private void jump(long nowNanos) {
        jump(nowNanos, 0);
    }

    private void jump(long nowNanos, int newStepDirection) {
        stepDirection = newStepDirection;
        askedTickNanos = playClock.tickNanos(nowNanos);
        panes.forEach(Pane::jumped);
        ask(nowNanos);
    }

    /// Plays at the chosen speed; from the start again when the end was reached.
    public void play() {
        long nowNanos = clock.nanoTime();
        playClock.play(nowNanos);
        jump(nowNanos);
    }

    /// Rests where it is.
    public void pause() {
        long nowNanos = clock.nanoTime();
        playClock.pause(nowNanos);
        jump(nowNanos);
    }

    /// Plays when it rests, rests when it plays.
    public void toggle() {
        if (playClock.isPlaying()) {
            pause();
        } else {
            play();
        }
    }

    /// Moves the playhead; playing goes on from there.
    ///
    /// @param tickNanos nanoseconds from the episode's start; what is outside is taken to the end
    public void seek(long tickNanos) {
        moveTo(tickNanos);
    }

    /// Moves the playhead to a row.
    ///
    /// @param row the row, from 0
    public void seekRow(int row) {
        moveTo(clip.tickNanosOfRow(Math.clamp(row, 0, Math.max(0, clip.rows() - 1))));
    }

    /// Rests and steps from picture to picture of the reference camera; from row to row without one.
    ///
    /// @param steps how many, negative backwards
    public void stepFrames(int steps) {
        long nowNanos = clock.nanoTime();
        playClock.pause(nowNanos);
        playClock.seek(stepTickNanos(steps), nowNanos);
        jump(nowNanos, Integer.signum(steps));
    }

    private long stepTickNanos(int steps) {
        CameraClip reference = clip.cameras().isEmpty() ? null : clip.cameras().get(referenceCamera);
        if (reference == null || !reference.isPlayable()) {
            int row = clip.rowAt(askedTickNanos) + steps;
            return clip.tickNanosOfRow(Math.clamp(row, 0, Math.max(0, clip.rows() - 1)));
        }
        int frame = Math.clamp(reference.frameAt(askedTickNanos) + steps, 0, reference.frames() - 1);
        return reference.tickNanosOf(frame);
    }

    /// Plays faster with each press, as the three shuttle keys do.
    ///
    /// @param key which of the three
    public void shuttle(Shuttle key) {
        long nowNanos = clock.nanoTime();
        playClock.shuttle(key, nowNanos);
        jump(nowNanos);
    }

    /// Chooses the speed of playing.
    ///
    /// @param speed 0.25 to 4; 1 is as it was recorded
    public void speed(double speed) {
        long nowNanos = clock.nanoTime();
        playClock.speed(speed, nowNanos);
        jump(nowNanos);
    }

    /// Plays a stretch again and again.
    ///
    /// @param fromNanos where it begins, nanoseconds from the episode's start
    /// @param toNanos where it ends, nanoseconds from the episode's start
    public void loop(long fromNanos, long toNanos) {
        long nowNanos = clock.nanoTime();
        playClock.loop(fromNanos, toNanos, nowNanos);
        jump(nowNanos);
    }

    /// Plays on after the loop's end.
    public void endLoop() {
        long nowNanos = clock.nanoTime();
        playClock.endLoop(nowNanos);
        jump(nowNanos);
    }

    /// The playhead is being dragged: keyframes may stand for the exact pictures until it rests.
    ///
    /// @param tickNanos where it is now, nanoseconds from the episode's start
    public void dragTo(long tickNanos) {
        long nowNanos = clock.nanoTime();
        if (!dragging) {
            dragging = true;
            playAfterDrag = playClock.isPlaying();
            playClock.pause(nowNanos);
        }
        draggedNanos = nowNanos;
        playClock.seek(tickNanos, nowNanos);
        jump(nowNanos);
    }

    /// The playhead was let go; playing goes on when it was playing before.
    public void dragEnd() {
        if (!dragging) {
            return;
        }
        dragging = false;
        if (playAfterDrag) {
            play();
        } else {
            jump(clock.nanoTime());
        }
    }

    /// Chooses the camera by whose pictures [#stepFrames] steps.
    ///
    /// @param camera number of the camera
    public void setReferenceCamera(int camera) {
        if (camera < 0 || camera >= clip.cameras().size()) {
            throw new IllegalArgumentException(
                    "camera %d of %d".formatted(camera, clip.cameras().size()));
        }
        referenceCamera = camera;
    }

    /// Shows a camera or hides it; nothing is decoded for hidden ones.
    ///
    /// @param camera number of the camera
    /// @param visible whether its pane is seen
    public void setVisible(int camera, boolean visible) {
        panes.get(camera).visible(visible);
        ask(clock.nanoTime());
    }

    /// {@return the episode}
    public EpisodeClip clip() {
        return clip;
    }

    /// {@return the moment on show since the last pulse, nanoseconds from the episode's start}
    public long tickNanos() {
        return shownTickNanos;
    }

    /// {@return the moment that the next pulse will show, as far as it is known}
    public long askedTickNanos() {
        return askedTickNanos;
    }

    /// {@return the row on show since the last pulse}
    public int row() {
        return clip.rowAt(shownTickNanos);
    }

    /// {@return whether it plays}
    public boolean isPlaying() {
        return playClock.isPlaying();
    }

    /// {@return whether the playhead is being dragged}
    public boolean isDragging() {
        return dragging;
    }

    /// {@return how fast the tick moves now: negative backwards, 0 when resting}
    public double rate() {
        return playClock.rate();
    }

    /// {@return the chosen speed of playing}
    public double speed() {
        return playClock.speed();
    }

    /// {@return whether a stretch is played again and again}
    public boolean isLooping() {
        return playClock.isLooping();
    }

    /// {@return where the loop begins, nanoseconds from the episode's start; -1 without one}
    public long loopFromNanos() {
        return playClock.loopFromNanos();
    }

    /// {@return where the loop ends, nanoseconds from the episode's start; -1 without one}
    public long loopToNanos() {
        return playClock.loopToNanos();
    }

    /// {@return the camera by whose pictures is stepped}
    public int referenceCamera() {
        return referenceCamera;
    }

    /// {@return what each pane shows since the last pulse}
    public List<PaneState> states() {
        return states;
    }

    /// {@return bytes of decoded pictures that are held now}
    public long memoryBytes() {
        long bytes = 0;
        for (CameraDecoder decoder : decoders()) {
            bytes += decoder.memoryBytes();
        }
        return bytes;
    }

    /// {@return most bytes of decoded pictures}
    public long budgetBytes() {
        return settings.budgetBytes();
    }

    /// {@return what was counted while playing}
    public PlayerCounters counters() {
        return tally.counters();
    }

    /// Counts from zero again.
    public void resetCounters() {
        tally.reset();
    }

    /// Ends the decoders' threads and waits for them, some milliseconds as a rule.
    @Override
    public void close() {
        runners.forEach(AgentRunner::close);
        if (runners.isEmpty()) {
            decoders().forEach(CameraDecoder::onClose);
        }
        runners.clear();
    }
}

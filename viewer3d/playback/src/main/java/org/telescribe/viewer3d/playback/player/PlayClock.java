package org.telescribe.viewer3d.playback.player;

/// Where the playhead is: a straight line of ticks over time, bent by a loop and by the two ends. Owner's
/// thread.
final class PlayClock {
    static final double SLOWEST = 0.25;
    static final double FASTEST = 4;

    private static final long NO_LOOP = -1;

    private final long lastTickNanos;
    private long anchorTickNanos;
    private long anchorNanos;
    private double rate;
    private double speed = 1;
    private long loopFromNanos = NO_LOOP;
    private long loopToNanos = NO_LOOP;

    PlayClock(long lastTickNanos) {
        this.lastTickNanos = Math.max(0, lastTickNanos);
    }

    boolean isPlaying() {
        return rate != 0;
    }

    /// {@return ticks per time: negative backwards, 0 when resting}
    double rate() {
        return rate;
    }

    double speed() {
        return speed;
    }

    boolean isLooping() {
        return loopFromNanos != NO_LOOP;
    }

    long loopFromNanos() {
        return loopFromNanos;
    }

    long loopToNanos() {
        return loopToNanos;
    }

    /// {@return the tick at a moment}
    long tickNanos(long nowNanos) {
        long raw = anchorTickNanos + Math.round((nowNanos - anchorNanos) * rate);
        boolean inLoop = isLooping() && anchorTickNanos >= loopFromNanos && anchorTickNanos < loopToNanos;
        if (inLoop && rate != 0) {
            return loopFromNanos + Math.floorMod(raw - loopFromNanos, loopToNanos - loopFromNanos);
        }
        return Math.clamp(raw, 0, lastTickNanos);
    }

    /// Stops at an end that has been reached.
    ///
    /// @return whether it has just stopped
    boolean stopAtEnd(long nowNanos) {
        long tick = tickNanos(nowNanos);
        boolean atEnd = rate > 0 ? tick >= lastTickNanos : rate < 0 && tick <= 0;
        if (atEnd && !isLooping()) {
            pause(nowNanos);
            return true;
        }
        return false;
    }

    void seek(long tickNanos, long nowNanos) {
        anchorTickNanos = Math.clamp(tickNanos, 0, lastTickNanos);
        anchorNanos = nowNanos;
    }

    void play(long nowNanos) {
        long tick = tickNanos(nowNanos);
        if (isLooping() && (tick < loopFromNanos || tick >= loopToNanos)) {
            tick = loopFromNanos;
        } else if (tick >= lastTickNanos) {
            tick = 0;
        }
        run(speed, tick, nowNanos);
    }

    void pause(long nowNanos) {
        run(0, tickNanos(nowNanos), nowNanos);
    }

    void run(double newRate, long nowNanos) {
        run(newRate, tickNanos(nowNanos), nowNanos);
    }

    private void run(double newRate, long tickNanos, long nowNanos) {
        rate = newRate;
        seek(tickNanos, nowNanos);
    }

    void speed(double newSpeed, long nowNanos) {
        speed = Math.clamp(newSpeed, SLOWEST, FASTEST);
        if (rate != 0) {
            run(rate < 0 ? -speed : speed, nowNanos);
        }
    }

    void shuttle(Shuttle key, long nowNanos) {
        switch (key) {
            case STOP -> pause(nowNanos);
            case FORWARD -> run(rate > 0 ? Math.min(FASTEST, rate * 2) : 1, nowNanos);
            case BACK -> run(rate < 0 ? Math.max(-FASTEST, rate * 2) : -1, nowNanos);
        }
    }

    /// Plays a stretch again and again.
    void loop(long fromNanos, long toNanos, long nowNanos) {
        long tick = tickNanos(nowNanos);
        long from = Math.clamp(Math.min(fromNanos, toNanos), 0, lastTickNanos);
        long to = Math.clamp(Math.max(fromNanos, toNanos), 0, lastTickNanos + 1);
        loopFromNanos = from;
        loopToNanos = Math.max(from + 1, to);
        boolean outside = rate != 0 && (tick < loopFromNanos || tick >= loopToNanos);
        seek(outside ? loopFromNanos : tick, nowNanos);
    }

    void endLoop(long nowNanos) {
        seek(tickNanos(nowNanos), nowNanos);
        loopFromNanos = NO_LOOP;
        loopToNanos = NO_LOOP;
    }
}

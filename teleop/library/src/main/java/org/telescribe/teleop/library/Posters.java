package org.telescribe.teleop.library;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.agent.ThreadScheduling;

/// Posters of episodes: those that are known at once, the others decoded on a background thread, the
/// newest wish first. Give it to a runner. [#find] on any thread, without waiting for a decoder.
public final class Posters implements Agent {
    private static final int NICENESS = 10;
    private static final int MOST_WISHES = 64;
    private static final long IDLE_NANOS = 20_000_000L;

    private final ThreadScheduling scheduling;
    private final int capacity;
    private final PosterDecoder decoder = new PosterDecoder();
    /// Guards the two collections; held for the time of a look-up only.
    private final Object lock = new Object();
    private final LinkedHashMap<Wish, Poster> known = new LinkedHashMap<>();
    private final ArrayDeque<Wish> wishes = new ArrayDeque<>();
    private volatile int version;

    private record Wish(PosterPlace place, PosterSize size) {}

    /// No posters yet.
    ///
    /// @param capacity most posters that are kept; those looked at longest ago are dropped first
    /// @param scheduling puts the thread into the background
    public Posters(int capacity, ThreadScheduling scheduling) {
        this.capacity = capacity;
        this.scheduling = scheduling;
    }

    /// {@return the poster, or nothing while it is being decoded; then [#version] grows once it is there}
    ///
    /// @param place whose
    /// @param size how large
    public Optional<Poster> find(PosterPlace place, PosterSize size) {
        Wish wish = new Wish(place, size);
        synchronized (lock) {
            Poster poster = known.remove(wish);
            if (poster != null) {
                known.put(wish, poster); // looked at last
                return Optional.of(poster);
            }
            wishes.remove(wish);
            wishes.addFirst(wish);
            if (wishes.size() > MOST_WISHES) {
                wishes.removeLast(); // it is wished again when it is still seen
            }
            return Optional.empty();
        }
    }

    /// {@return a number that grows with every new poster}
    public int version() {
        return version;
    }

    @Override
    public String roleName() {
        return "posters";
    }

    @Override
    public void onStart() {
        scheduling.background(NICENESS);
    }

    @Override
    public long doWork(long nowNanos) {
        Wish wish;
        synchronized (lock) {
            wish = wishes.pollFirst();
        }
        if (wish == null) {
            decoder.forget();
            return nowNanos + IDLE_NANOS;
        }
        Poster poster = decoder.decode(wish.place(), wish.size());
        synchronized (lock) {
            known.put(wish, poster);
            for (Map.Entry<Wish, Poster> oldest = known.firstEntry();
                    known.size() > capacity && oldest != null;
                    oldest = known.firstEntry()) {
                known.remove(oldest.getKey());
            }
            version = version + 1;
        }
        return nowNanos;
    }
}

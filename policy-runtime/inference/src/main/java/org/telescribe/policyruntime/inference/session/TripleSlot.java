package org.telescribe.policyruntime.inference.session;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Hand-over where only the newest value matters, for values that are too large to copy twice: three
/// objects made once, one with the writer, one with the reader, one between them. Neither side waits.
///
/// @param <T> what is handed over
final class TripleSlot<T> {
    private static final int INDEX = 3;
    private static final int FRESH = 4;

    private final T first;
    private final T second;
    private final T third;
    private final AtomicInteger between = new AtomicInteger(1);
    private int writers = 0;
    private int readers = 2;

    TripleSlot(Supplier<T> maker) {
        this.first = maker.get();
        this.second = maker.get();
        this.third = maker.get();
    }

    /// {@return what the writer may fill; writer only}
    T filling() {
        return at(writers);
    }

    /// Hands over what was filled; a value that nobody took is overwritten. Writer only.
    void publish() {
        writers = between.getAndSet(writers | FRESH) & INDEX;
    }

    /// {@return whether there is a newer value; it is then [#reading]. Reader only}
    boolean take() {
        if ((between.get() & FRESH) == 0) {
            return false;
        }
        readers = between.getAndSet(readers) & INDEX;
        return true;
    }

    /// {@return the value that was taken last; reader only}
    T reading() {
        return at(readers);
    }

    private T at(int index) {
        return index == 0 ? first : index == 1 ? second : third;
    }
}

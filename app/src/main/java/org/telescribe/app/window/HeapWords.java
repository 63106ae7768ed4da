package org.telescribe.app.window;

import java.util.Locale;

/// How much memory the program uses, for the status strip.
final class HeapWords {
    private HeapWords() {}

    static String now() {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        return String.format(Locale.ROOT, "heap %d / %d MB", used >> 20, runtime.maxMemory() >> 20);
    }
}

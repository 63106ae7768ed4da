package org.telescribe.app.shell;

import java.util.List;

/// What is heard: each state of collecting has a tone of its own, always beside words on the screen.
public enum Tone {
    /// The arms are aligned: one high note.
    READY(new Note(1047, 120)),
    /// An episode begins: two notes up.
    START(new Note(784, 90), new Note(1047, 130)),
    /// An episode ends: two notes down.
    STOP(new Note(1047, 90), new Note(784, 130)),
    /// The arms are held: one long low note.
    HOLD(new Note(196, 600)),
    /// Keys do not reach the program: two low notes.
    FOCUS_LOST(new Note(330, 120), new Note(330, 120));

    private static final float RATE = 44_100;
    private static final double LOUDNESS = 0.35;
    private static final int EDGE_SAMPLES = 400;

    @SuppressWarnings("ImmutableEnumChecker") // a list of records made by List.of is unmodifiable
    private final List<Note> notes;

    /// One note.
    ///
    /// @param hertz its pitch
    /// @param millis its length
    private record Note(double hertz, int millis) {}

    Tone(Note... notes) {
        this.notes = List.of(notes);
    }

    /// {@return samples a second}
    public static float sampleRate() {
        return RATE;
    }

    /// {@return the tone, 16-bit mono, little endian, at [#sampleRate] hertz}
    public byte[] samples() {
        int total = notes.stream().mapToInt(Tone::length).sum();
        byte[] bytes = new byte[2 * total];
        int at = 0;
        for (Note note : notes) {
            int count = length(note);
            for (int i = 0; i < count; i++) {
                double edge = Math.min(1, Math.min(i, count - 1 - i) / (double) EDGE_SAMPLES);
                double wave = Math.sin(2 * Math.PI * note.hertz() * i / RATE);
                int value = (int) Math.round(wave * edge * LOUDNESS * Short.MAX_VALUE);
                bytes[at++] = (byte) value;
                bytes[at++] = (byte) (value >> 8);
            }
        }
        return bytes;
    }

    private static int length(Note note) {
        return (int) (note.millis() * RATE / 1000);
    }
}

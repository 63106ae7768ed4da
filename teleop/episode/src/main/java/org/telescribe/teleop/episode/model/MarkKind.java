package org.telescribe.teleop.episode.model;

/// Why somebody pointed at a moment of an episode.
public enum MarkKind {
    /// A step of the task ends here and the next one begins.
    STEP("step", 1),
    /// Whoever reviews the episode should look here.
    LOOK("look", 2);

    private final String word;
    private final byte code;

    MarkKind(String word, int code) {
        this.word = word;
        this.code = (byte) code;
    }

    /// {@return the word in datasets}
    public String word() {
        return word;
    }

    /// {@return the number in journals}
    public byte code() {
        return code;
    }

    /// {@return the kind with such a number}
    ///
    /// @param code as [#code] gives it
    public static MarkKind of(byte code) {
        for (MarkKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("a mark of unknown kind %d".formatted(code));
    }
}

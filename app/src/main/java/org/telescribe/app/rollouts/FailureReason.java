package org.telescribe.app.rollouts;

/// Why a person says that a rollout failed; the key of a reason is its place, counted from 1.
enum FailureReason {
    WRONG_THING("wrong block"),
    WRONG_ARM("wrong arm"),
    MISSED("missed it"),
    COLLISION("bumped into something"),
    STOOD("did not move"),
    OTHER("something else");

    private final String words;

    FailureReason(String words) {
        this.words = words;
    }

    /// {@return the words of a reason; empty for none}
    ///
    /// @param number counted from 1; 0 for none
    static String words(int number) {
        return number < 1 || number > values().length ? "" : values()[number - 1].words;
    }

    /// {@return all reasons with their keys}
    static String menu() {
        StringBuilder menu = new StringBuilder();
        for (FailureReason reason : values()) {
            menu.append(reason.ordinal() + 1).append(' ').append(reason.words).append("    ");
        }
        return menu.toString().strip();
    }
}

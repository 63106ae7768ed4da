package org.telescribe.app.command;

/// Where a key means something. Global is always in force, then exactly one screen's scope; the
/// player's joins the screens that play.
public enum Scope {
    /// Everywhere, text fields included.
    GLOBAL("Everywhere"),
    /// Arms, cameras, the servo table.
    STATION("Station"),
    /// Recording.
    COLLECT("Collect"),
    /// An episode waits for its verdict.
    VERDICT("Verdict"),
    /// Datasets and episodes.
    LIBRARY("Library"),
    /// One episode.
    REVIEW("Review"),
    /// Facts and questions.
    ANNOTATE("Annotate"),
    /// Rollouts of policies.
    ROLLOUTS("Rollouts"),
    /// The player, on every screen that has one.
    PLAYER("Player");

    private final String words;

    Scope(String words) {
        this.words = words;
    }

    /// {@return what people call it}
    public String words() {
        return words;
    }
}

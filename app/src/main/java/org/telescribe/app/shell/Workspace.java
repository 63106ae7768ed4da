package org.telescribe.app.shell;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.telescribe.app.command.Command;

/// The workspaces that there are, in the order of the rail.
@SuppressWarnings("ImmutableEnumChecker") // an icon of an enum is one
public enum Workspace {
    /// Arms, cameras and their health.
    STATION(
            "Station",
            MaterialDesignU.USB_PORT,
            Command.GO_STATION,
            "Arms, cameras and their health; finding the servo that does not answer."),
    /// Recording.
    COLLECT("Collect", MaterialDesignR.RECORD_CIRCLE, Command.GO_COLLECT, "Recording demonstrations."),
    /// Datasets and episodes.
    LIBRARY("Library", MaterialDesignD.DATABASE_SEARCH, Command.GO_LIBRARY, "Datasets and episodes, found by typing."),
    /// One episode.
    REVIEW(
            "Review",
            MaterialDesignF.FILMSTRIP_BOX,
            Command.GO_REVIEW,
            "One episode: cameras, plots and the arms in 3D under one clock."),
    /// Facts and questions.
    ANNOTATE(
            "Annotate",
            MaterialDesignC.CLIPBOARD_CHECK_OUTLINE,
            Command.GO_ANNOTATE,
            "Facts and questions, judged from the keyboard."),
    /// Policies on the bench.
    ROLLOUTS(
            "Rollouts",
            MaterialDesignS.SCALE_BALANCE,
            Command.GO_ROLLOUTS,
            "Policies on the bench: what they did, what they saw, what the numbers carry.");

    private final String word;
    private final Ikon icon;
    private final Command command;
    private final String holds;

    Workspace(String word, Ikon icon, Command command, String holds) {
        this.word = word;
        this.icon = icon;
        this.command = command;
        this.holds = holds;
    }

    /// {@return its name}
    public String word() {
        return word;
    }

    /// {@return its icon}
    public Ikon icon() {
        return icon;
    }

    /// {@return the command that goes there}
    public Command command() {
        return command;
    }

    /// {@return what it holds, a sentence}
    public String holds() {
        return holds;
    }
}

package org.telescribe.app.shell;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// A workspace with nothing in it: one picture, one sentence, the keys that change it.
public final class EmptyPane {
    private static final double TEXT_WIDTH = 520;

    private EmptyPane() {}

    /// A button of an empty workspace.
    ///
    /// @param words what it does
    /// @param action does it
    public record Offer(String words, Runnable action) {}

    /// {@return a workspace that holds nothing yet}
    ///
    /// @param workspace which
    public static Node notYet(Workspace workspace) {
        return of(workspace.icon(), workspace.word(), workspace.holds());
    }

    /// {@return no station is open}
    ///
    /// @param useBench opens the built-in bench
    public static Node noStation(Runnable useBench) {
        return of(
                MaterialDesignL.LAN_DISCONNECT,
                "No station yet",
                "The built-in bench has two leader arms, two follower arms and three cameras, all emulated: "
                        + "everything can be tried without hardware.",
                new Offer("Use the built-in bench", useBench));
    }

    /// {@return a station is being opened}
    ///
    /// @param sentence what is going on
    public static Node opening(String sentence) {
        return of(MaterialDesignL.LAN_CONNECT, "Opening the station", sentence);
    }

    /// {@return a station could not be opened}
    ///
    /// @param sentence why, what is safe, what to do
    /// @param again tries again
    public static Node failed(String sentence, Runnable again) {
        return of(MaterialDesignL.LAN_DISCONNECT, "The station is not open", sentence, new Offer("Try again", again));
    }

    /// {@return datasets are being looked for}
    public static Node lookingForDatasets() {
        return of(MaterialDesignD.DATABASE_SEARCH, "Looking for datasets", "Their indexes are read.");
    }

    /// {@return no dataset is known}
    ///
    /// @param openFolder asks for a folder
    /// @param record goes to Collect
    public static Node noDatasets(Runnable openFolder, Runnable record) {
        return of(
                MaterialDesignD.DATABASE_SEARCH,
                "No datasets",
                "Recorded episodes appear here by themselves. LeRobot datasets of others can be opened from their folder.",
                new Offer("Record on the bench", record),
                new Offer("Open folder  Ctrl+O", openFolder));
    }

    /// {@return no episode is open}
    ///
    /// @param library goes to the Library
    public static Node noEpisode(Runnable library) {
        return of(
                MaterialDesignF.FILMSTRIP_BOX,
                "Open an episode",
                "The Library lists the episodes; Enter opens the selected one here.",
                new Offer("Go to the Library", library));
    }

    /// {@return an episode is being opened}
    public static Node openingEpisode() {
        return of(MaterialDesignF.FILMSTRIP_BOX, "Opening the episode", "Its rows and its videos' indexes are read.");
    }

    /// {@return an episode could not be opened}
    ///
    /// @param sentence why, what is safe, what to do
    /// @param library goes to the Library
    public static Node episodeFailed(String sentence, Runnable library) {
        return of(
                MaterialDesignF.FILMSTRIP_BOX,
                "The episode is not open",
                sentence,
                new Offer("Go to the Library", library));
    }

    /// {@return nothing waits to be judged}
    ///
    /// @param library goes to the Library
    public static Node nothingToJudge(Runnable library) {
        return of(
                MaterialDesignC.CLIPBOARD_CHECK_OUTLINE,
                "Nothing to judge",
                "Select an episode in the Library and press Ctrl+Enter, or take drafts in with: telescribe labels import.",
                new Offer("Go to the Library", library));
    }

    /// {@return no episode waits for the author}
    ///
    /// @param handedOver how many episodes the author has handed over
    /// @param all how many episodes there are
    /// @param library goes to the Library
    public static Node queueFinished(int handedOver, int all, Runnable library) {
        boolean finished = handedOver == all;
        String handed =
                "%,d of %,d %s handed over.".formatted(handedOver, all, all == 1 ? "episode is" : "episodes are");
        return of(
                MaterialDesignC.CLIPBOARD_CHECK_OUTLINE,
                finished ? "Everything is judged" : "Nothing waits for you",
                finished ? handed : handed + " The others are open elsewhere.",
                new Offer("Go to the Library", library));
    }

    /// {@return an episode cannot be judged}
    ///
    /// @param sentence why, what is safe, what to do
    /// @param again opens the next one
    public static Node judgingFailed(String sentence, Runnable again) {
        return of(
                MaterialDesignC.CLIPBOARD_CHECK_OUTLINE,
                "The episode cannot be judged",
                sentence,
                new Offer("Open the next", again));
    }

    /// {@return no rollout was run}
    ///
    /// @param run runs the reference policy
    /// @param openFolder asks for the folder of a study
    public static Node noRollouts(Runnable run, Runnable openFolder) {
        return of(
                MaterialDesignS.SCALE_BALANCE,
                "No rollouts",
                "The shipped policy reaches the block that it is told, with the arm that it is told. The bench is simulated: no arm of yours moves.",
                new Offer("Run the reference policy on the bench  R", run),
                new Offer("Open a study", openFolder));
    }

    /// {@return rollouts are being run}
    ///
    /// @param sentence how far it is
    /// @param cancel stops it; what has ended is kept
    public static Node runningRollouts(String sentence, Runnable cancel) {
        return of(MaterialDesignS.SCALE_BALANCE, "Running", sentence, new Offer("Stop, and keep what ended", cancel));
    }

    /// {@return the rollout has no pictures}
    public static Node rolloutNotRecorded() {
        return of(
                MaterialDesignS.SCALE_BALANCE,
                "Not recorded",
                "This rollout has no pictures; the rule's word on it counts in the table. Page Down goes to the next.");
    }

    /// {@return a study is being opened}
    public static Node openingStudy() {
        return of(MaterialDesignS.SCALE_BALANCE, "Opening the study", "Its rollouts and their videos are read.");
    }

    /// {@return rollouts could not be run or opened}
    ///
    /// @param sentence why, what is safe, what to do
    /// @param run runs the reference policy
    /// @param openFolder asks for the folder of a study
    public static Node rolloutsFailed(String sentence, Runnable run, Runnable openFolder) {
        return of(
                MaterialDesignS.SCALE_BALANCE,
                "No rollouts are shown",
                sentence,
                new Offer("Run the reference policy on the bench", run),
                new Offer("Open a study", openFolder));
    }

    private static Node of(Ikon icon, String title, String text, Offer... offers) {
        Label heading = new Label(title);
        heading.getStyleClass().add("empty-title");
        Label sentence = new Label(text);
        sentence.getStyleClass().add("empty-text");
        sentence.setWrapText(true);
        sentence.setMaxWidth(TEXT_WIDTH);
        VBox box = new VBox(new FontIcon(icon), heading, sentence);
        box.getStyleClass().add("empty");
        HBox row = new HBox(12);
        row.getStyleClass().add("empty-offers");
        for (Offer offer : offers) {
            Button press = new Button(offer.words());
            if (row.getChildren().isEmpty()) {
                press.getStyleClass().add("primary");
            }
            press.setOnAction(pressed -> offer.action().run());
            row.getChildren().add(press);
        }
        if (offers.length > 0) {
            box.getChildren().add(row);
        }
        return box;
    }
}

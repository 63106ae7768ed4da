package org.telescribe.policyruntime.ui.insight;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.telescribe.policyruntime.inference.session.PolicyInsight;
import org.telescribe.policyruntime.inference.session.SeenPicture;
import org.telescribe.policyruntime.inference.session.SeenState;

/// WHAT THE POLICY SAW: pictures at the tensor's size, prompt and tokens, state before and after
/// normalisation, the chunk that came out.
public final class InsightPane extends VBox {
    private static final double GAP = 8;
    private static final double PICTURE_HEIGHT = 69;
    private static final double NANOS_PER_MS = 1e6;
    private static final String MINUS = "\u2212";

    private @Nullable Look shown;

    private record Look(PolicyInsight insight, int executedActions, boolean withPrompt) {}

    /// An empty pane.
    public InsightPane() {
        super(GAP);
        getStyleClass().addAll("card", "insight");
        empty("Nothing yet. It appears with the first chunk of a recorded rollout.");
    }

    private void empty(String sentence) {
        Label words = new Label(sentence);
        words.setWrapText(true);
        words.getStyleClass().add("hint");
        getChildren().setAll(title("WHAT THE POLICY SAW"), words);
    }

    private static Label title(String words) {
        Label title = new Label(words);
        title.getStyleClass().add("card-title");
        return title;
    }

    /// Shows nothing, and why.
    ///
    /// @param sentence why
    public void clear(String sentence) {
        shown = null;
        empty(sentence);
    }

    /// Shows a chunk.
    ///
    /// @param insight what was seen and said
    /// @param executedActions how many of its actions were carried out
    /// @param words where in the rollout it is, such as `chunk 3 of 9`
    /// @param withPrompt whether the prompt may be seen: it can tell whose rollout this is
    public void show(PolicyInsight insight, int executedActions, String words, boolean withPrompt) {
        Look look = new Look(insight, executedActions, withPrompt);
        if (look.equals(shown)) {
            return;
        }
        shown = look;
        FlowPane pictures = new FlowPane(GAP, GAP);
        insight.pictures().forEach(picture -> pictures.getChildren().add(picture(picture)));
        Label prompt = new Label(prompt(insight, withPrompt));
        prompt.setWrapText(true);
        prompt.getStyleClass().add("insight-prompt");
        Label tokens = new Label(withPrompt ? "tokens %s".formatted(insight.tokens()) : "tokens hidden");
        tokens.getStyleClass().addAll("hint", "number");
        Label facts = new Label(
                String.format(Locale.ROOT, "%s   computed in %.1f ms", words, insight.computeNanos() / NANOS_PER_MS));
        facts.getStyleClass().add("card-count");
        getChildren()
                .setAll(
                        title("WHAT THE POLICY SAW"),
                        facts,
                        pictures,
                        prompt,
                        tokens,
                        title("STATE   measured, as the graph got it"),
                        state(insight.state()),
                        title("ACTIONS   %d carried out of %d"
                                .formatted(
                                        executedActions, insight.finalActions().size())),
                        new ChunkPlot(insight, executedActions));
    }

    private static String prompt(PolicyInsight insight, boolean withPrompt) {
        if (!withPrompt) {
            return "prompt hidden until the names are shown";
        }
        return insight.instruction().isEmpty() ? "(blank)" : "\u201C%s\u201D".formatted(insight.instruction());
    }

    private static Node picture(SeenPicture picture) {
        WritableImage image = new WritableImage(picture.widthPx(), picture.heightPx());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.widthPx(),
                        picture.heightPx(),
                        PixelFormat.getByteRgbInstance(),
                        picture.rgb(),
                        0,
                        3 * picture.widthPx());
        ImageView view = new ImageView(image);
        view.setSmooth(false);
        view.setPreserveRatio(true);
        view.setFitHeight(PICTURE_HEIGHT);
        Label role = new Label("%s %d\u00D7%d".formatted(picture.role(), picture.widthPx(), picture.heightPx()));
        role.getStyleClass().add("hint");
        return new VBox(2, view, role);
    }

    private static Node state(List<SeenState> state) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("insight-state");
        int rows = (state.size() + 1) / 2;
        for (int i = 0; i < state.size(); i++) {
            SeenState each = state.get(i);
            int column = 3 * (i / rows);
            Label name = new Label(shortName(each.channel()));
            name.getStyleClass().add("joint-name");
            Label value = new Label(number(each.value()));
            value.getStyleClass().addAll("number", "joint-angle");
            Label normalised = new Label(
                    each.outOfRange() ? "! %s unlike".formatted(number(each.normalised())) : number(each.normalised()));
            normalised.getStyleClass().addAll("number", each.outOfRange() ? "insight-unlike" : "joint-name");
            value.setMinWidth(Region.USE_PREF_SIZE);
            normalised.setMinWidth(Region.USE_PREF_SIZE);
            grid.add(name, column, i % rows);
            grid.add(value, column + 1, i % rows);
            grid.add(normalised, column + 2, i % rows);
        }
        return grid;
    }

    private static String shortName(String channel) {
        String name = channel.endsWith(".pos") ? channel.substring(0, channel.length() - 4) : channel;
        return name.replace("left_", "L ")
                .replace("right_", "R ")
                .replace("forearm_roll", "forearm")
                .replace("wrist_angle", "wrist")
                .replace("wrist_rotate", "rotate")
                .replace('_', ' ');
    }

    private static String number(double value) {
        String digits = String.format(Locale.ROOT, "%.2f", Math.abs(value));
        return (value < 0 && !digits.equals("0.00") ? MINUS : " ") + digits;
    }
}

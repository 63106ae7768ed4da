package org.telescribe.annotator.ui.screen;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.state.ItemState;
import org.telescribe.annotator.labels.state.ItemState.StepState;
import org.telescribe.annotator.labels.state.TaskState;
import org.telescribe.annotator.ui.judge.Given;
import org.telescribe.annotator.ui.judge.ItemWords;
import org.telescribe.annotator.ui.judge.Judging;

/// The episode at the left, what to judge at the right, the draft's and the person's words below, the
/// last
/// answers at the bottom.
public final class AnnotatePane extends Region {
    private static final double MARGIN = 12;
    private static final double GUTTER = 8;
    private static final double LIST = 388;
    private static final double LARGE_LIST = 520;
    private static final double LARGE = 1600;
    private static final double WORDS = 108;
    private static final double STRIP = 28;

    private final Judging judging;
    private final Node player;
    private final Consumer<String> typed;
    private String moodStyle = "";
    private final Label title = new Label();
    private final Label counts = new Label();
    private final Label left = new Label();
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);
    private final VBox list = new VBox(8);
    private final VBox words = new VBox(6);
    private final Label draft = new Label();
    private final Label yours = new Label();
    private final HBox strip = new HBox(6);
    private @Nullable Region selectedRow;

    /// A screen for one episode.
    ///
    /// @param queueWords the queue and where the episode stands in it, for people
    /// @param judging what is judged
    /// @param player shows the episode
    /// @param typed told what was typed into a row's field
    public AnnotatePane(String queueWords, Judging judging, Node player, Consumer<String> typed) {
        this.judging = judging;
        this.player = player;
        this.typed = typed;
        getStyleClass().add("annotate");
        title.setText(queueWords);
        title.getStyleClass().add("card-title");
        counts.getStyleClass().addAll("number", "secondary");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("judge-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        list.getStyleClass().add("card");
        counts.setMinWidth(USE_PREF_SIZE);
        title.setMinWidth(0);
        left.getStyleClass().addAll("number", "judge-left");
        left.setMinWidth(USE_PREF_SIZE);
        list.getChildren().addAll(new HBox(8, title, space, left), counts, scroll);
        words.getStyleClass().add("card");
        draft.setWrapText(true);
        yours.setWrapText(true);
        draft.getStyleClass().add("secondary");
        words.getChildren().addAll(draft, yours);
        strip.getStyleClass().add("judge-strip");
        getChildren().addAll(player, list, words, strip);
        setFocusTraversable(true);
        refresh();
    }

    /// Shows the judgement as it stands now.
    public void refresh() {
        TaskState state = judging.state();
        int open = judging.openCount();
        counts.setText("%d steps  %d facts  %d questions"
                .formatted(
                        state.steps().size(),
                        state.facts().size(),
                        state.questions().size()));
        left.setText(open == 0 ? "all judged" : open + " left");
        fillRows(state);
        ItemState current = judging.current();
        describe(state, current);
        strip.getChildren().clear();
        for (Given given : judging.strip().reversed()) {
            Label chip = new Label(given.mark() + "  " + given.words());
            chip.getStyleClass().add("judge-chip");
            chip.setMaxWidth(200);
            chip.setMinWidth(0);
            strip.getChildren().add(chip);
        }
        Platform.runLater(this::bringIntoSight);
    }

    private void fillRows(TaskState state) {
        rows.getChildren().clear();
        selectedRow = null;
        String heading = "";
        ItemState current = judging.current();
        for (ItemState item : state.items()) {
            String wanted = heading(state, item);
            if (!wanted.equals(heading)) {
                heading = wanted;
                Label label = new Label(wanted);
                label.getStyleClass().add("judge-heading");
                rows.getChildren().add(label);
            }
            boolean selected = current != null && current.id().equals(item.id());
            ItemRow row = new ItemRow(judging, item, selected, typed, this::escaped);
            ItemId id = item.id();
            row.setOnMouseClicked(clicked -> {
                if (!selected) {
                    judging.select(id);
                    refresh();
                }
            });
            if (selected) {
                selectedRow = row;
            }
            rows.getChildren().add(row);
        }
    }

    private static String heading(TaskState state, ItemState item) {
        int number = ItemWords.stepOf(item);
        if (number > 0) {
            Optional<StepState> step = state.step(number);
            String arm = step.map(found -> switch (found.step().arm()) {
                        case LEFT -> "  left arm";
                        case RIGHT -> "  right arm";
                        case BOTH -> "  both arms";
                        case UNSAID -> "";
                    })
                    .orElse("");
            String times = step.flatMap(StepState::range)
                    .map(range -> "  " + times(range, state.task().framesPerSecond()))
                    .orElse("");
            return "STEP %d%s%s".formatted(number, arm, times);
        }
        return switch (item) {
            case ItemState.FactState ignored -> "BEFORE AND AFTER";
            case ItemState.NoneState ignored -> "DIMENSIONS WITHOUT FACTS";
            case ItemState.QuestionState ignored -> "QUESTIONS";
            case StepState ignored -> "STEPS";
        };
    }

    private static String times(FrameRange range, double rate) {
        return rate <= 0
                ? "frames %d–%d".formatted(range.first(), range.end())
                : String.format(Locale.ROOT, "%05.2f–%05.2f s", range.first() / rate, range.end() / rate);
    }

    private void describe(TaskState state, @Nullable ItemState current) {
        int number = current == null ? 0 : ItemWords.stepOf(current);
        Optional<StepState> step = state.step(number);
        if (step.isEmpty()) {
            draft.setText("Instruction   " + state.task().instructionRaw());
            yours.setText(judging.message());
            return;
        }
        draft.setText("Draft   " + step.get().step().text());
        String own = step.get().textStale() ? "   text no longer matches: E on the step's sentence" : "";
        boolean same = step.get().text().equals(step.get().step().text());
        String said = same ? own.strip() : "Yours   " + step.get().text() + own;
        yours.setText(judging.message().isEmpty() ? said : judging.message());
    }

    private void bringIntoSight() {
        Region row = selectedRow;
        if (row == null || row.getScene() == null) {
            return;
        }
        applyCss();
        layout();
        Bounds bounds = row.getBoundsInParent();
        double hidden = rows.getHeight() - scroll.getViewportBounds().getHeight();
        if (hidden <= 0) {
            return;
        }
        double top = scroll.getVvalue() * hidden;
        double bottom = top + scroll.getViewportBounds().getHeight();
        if (bounds.getMinY() < top || bounds.getMaxY() > bottom) {
            double middle = bounds.getCenterY() - scroll.getViewportBounds().getHeight() / 2;
            scroll.setVvalue(Math.clamp(middle / hidden, 0, 1));
        }
    }

    private void escaped() {
        judging.escape();
        refresh();
        requestFocus();
    }

    /// Greys the list while answers do not reach the disk.
    ///
    /// @param refusing whether they do not
    public void refusing(boolean refusing) {
        list.getStyleClass().remove(moodStyle);
        moodStyle = refusing ? "judge-refusing" : "";
        if (refusing) {
            list.getStyleClass().add(moodStyle);
        }
    }

    @Override
    protected void layoutChildren() {
        double right = getWidth() >= LARGE ? LARGE_LIST : LIST;
        double height = getHeight() - MARGIN;
        double playerWidth = getWidth() - right - GUTTER - MARGIN;
        player.resizeRelocate(0, 0, playerWidth, height - STRIP);
        double x = playerWidth + GUTTER;
        list.resizeRelocate(x, MARGIN, right, height - STRIP - WORDS - GUTTER - MARGIN);
        words.resizeRelocate(x, height - STRIP - WORDS, right, WORDS);
        strip.resizeRelocate(MARGIN, height - STRIP + GUTTER / 2, getWidth() - 2 * MARGIN, STRIP);
    }
}

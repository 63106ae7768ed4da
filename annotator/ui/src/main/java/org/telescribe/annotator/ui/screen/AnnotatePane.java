package org.telescribe.annotator.ui.screen;

import java.util.Objects;
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
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.state.ItemState;
import org.telescribe.annotator.labels.state.ItemState.StepState;
import org.telescribe.annotator.labels.state.TaskState;
import org.telescribe.annotator.ui.judge.ItemWords;
import org.telescribe.annotator.ui.judge.Judging;

/// The episode at the left, what to judge at the right, the draft's and the person's words below,
/// the last answers at the bottom.
public final class AnnotatePane extends Region {
    private static final double MARGIN = 12;
    private static final double GUTTER = 8;
    private static final double LIST = 388;
    private static final double LARGE_LIST = 520;
    private static final double LARGE = 1600;
    private static final double WORDS = 108;
    private static final double STRIP = 28;
    private static final String REFUSING = "judge-refusing";

    private final Judging judging;
    private final Node player;
    private final Label title = new Label();
    private final Label counts = new Label();
    private final Label left = new Label();
    private final ItemList rows;
    private final ScrollPane scroll;
    private final VBox list = new VBox(8);
    private final VBox words = new VBox(6);
    private final Label draft = new Label();
    private final Label yours = new Label();
    private final AnswerStrip strip = new AnswerStrip();
    private final Runnable afterLayout = this::bringIntoSight;
    private @Nullable Region selectedRow;
    private boolean outOfSight;

    /// A screen for one episode.
    ///
    /// @param queueWords the queue and where the episode stands in it, for people
    /// @param judging what is judged
    /// @param player shows the episode
    /// @param typed told what was typed into a row's field
    /// @param chosen told which thing was clicked
    public AnnotatePane(
            String queueWords, Judging judging, Node player, Consumer<String> typed, Consumer<ItemId> chosen) {
        this.judging = judging;
        this.player = player;
        this.rows = new ItemList(judging, new ItemRow.Actions(typed, this::escaped), chosen);
        this.scroll = new ScrollPane(rows);
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
        getChildren().addAll(player, list, words, strip);
        setFocusTraversable(true);
        sceneProperty().addListener((property, before, now) -> {
            if (before != null) {
                before.removePostLayoutPulseListener(afterLayout);
            }
            if (now != null) {
                now.addPostLayoutPulseListener(afterLayout);
            }
        });
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
        describe(state, judging.current());
        strip.show(judging.strip());
        Region before = selectedRow;
        selectedRow = rows.show();
        if (!Objects.equals(selectedRow, before)) {
            outOfSight = true;
            Platform.requestNextPulse();
        }
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

    /// After a pulse has laid everything out; laying it out for this alone took a fifth of the screen's
    /// thread.
    private void bringIntoSight() {
        Region row = selectedRow;
        if (!outOfSight || row == null || row.getScene() == null) {
            return;
        }
        outOfSight = false;
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
        list.getStyleClass().remove(REFUSING);
        if (refusing) {
            list.getStyleClass().add(REFUSING);
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

package org.telescribe.teleop.ui.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.telescribe.teleop.control.collect.CollectPhase;
import org.telescribe.teleop.control.collect.CollectSession;
import org.telescribe.teleop.control.collect.CollectView;
import org.telescribe.teleop.control.message.ControlSnapshot.ArmSnapshot;
import org.telescribe.teleop.control.recorder.EpisodeReport;
import org.telescribe.viewer3d.fx.image.ScreenImage;
import org.telescribe.viewer3d.fx.image.ScreenReels;
import org.telescribe.viewer3d.fx.time.TimeText;

/// The Collect screen: instruction, live cameras, state band, gates, run; at the right what is
/// left, the joints and the keys. All sizes follow from the window's; nothing changes its place
/// when the state changes.
public final class CollectPane extends Region {
    private static final PseudoClass LARGE = PseudoClass.getPseudoClass("large");
    private static final double LARGE_WIDTH = 1600;
    private static final double MARGIN = 12;
    private static final double GUTTER = 8;
    private static final double RIGHT_WIDTH = 264;
    private static final double INSTRUCTION_HEIGHT = 80;
    private static final double BAND_HEIGHT = 96;
    private static final double GATE_HEIGHT = 24;
    private static final double STRIP_HEIGHT = 32;
    private static final double GHOST_WIDTH = 200;
    private static final double GHOST_HEIGHT = 150;

    private final Instruction instruction = new Instruction();
    private final List<CameraTile> tiles = new ArrayList<>();
    private final StateBand band = new StateBand();
    private final VerdictCard verdict = new VerdictCard();
    private final Label gates = new Label();
    private final Label late = new Label("late", new FontIcon(MaterialDesignA.ALERT));
    private final HBox gateLine = new HBox(12, gates, late);
    private final RunStrip strip;
    private final VBox right = new VBox(9);
    private final Label good = new Label();
    private final TimeRing ring = new TimeRing();
    private final JointTable joints = new JointTable();
    private final TextField taskField = new TextField();
    private final Button hold = new Button("HOLD");
    private final Means means;
    private @Nullable Region ghost;
    private boolean mirrored;
    private boolean ghostLarge;

    /// What the screen is given beside the session.
    ///
    /// @param names names of the cameras, in the dataset's order
    /// @param images their pictures, in the same order
    /// @param reels the newest episode's pictures, in the same order
    /// @param say told a sentence for the status strip
    public record Means(List<String> names, List<ScreenImage> images, ScreenReels reels, Consumer<String> say) {
        /// Copies.
        public Means {
            names = List.copyOf(names);
            images = List.copyOf(images);
        }
    }

    /// A screen for a session.
    ///
    /// @param session the session; its owner calls `advance`
    /// @param means cameras, pictures and where words go
    public CollectPane(CollectSession session, Means means) {
        this.means = means;
        this.strip = new RunStrip(episode -> means.say().accept(session.undo(episode)));
        getStyleClass().add("collect");
        for (int i = 0; i < means.names().size(); i++) {
            tiles.add(new CameraTile(i + 1, means.names().get(i), means.images().get(i)));
        }
        gates.getStyleClass().addAll("number", "gate-line");
        late.getStyleClass().add("late-word");
        late.setMinWidth(USE_PREF_SIZE);
        late.setVisible(false);
        gateLine.setAlignment(Pos.CENTER_LEFT);
        verdict.setVisible(false);
        fillRight(session);
        getChildren().add(instruction);
        getChildren().addAll(tiles);
        getChildren().addAll(verdict, band, gateLine, strip, right, taskField);
        taskField.getStyleClass().add("task-field");
        taskField.setVisible(false);
        taskField.setAccessibleText("task, a sentence");
        taskField.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                endTaskEdit(session, true);
                key.consume();
            } else if (key.getCode() == KeyCode.ESCAPE) {
                endTaskEdit(session, false);
                key.consume();
            }
        });
    }

    private void fillRight(CollectSession session) {
        good.getStyleClass().addAll("number", "good-count");
        Label goodWord = new Label("good episodes");
        goodWord.getStyleClass().add("secondary");
        VBox count = new VBox(good, goodWord);
        count.setAlignment(Pos.CENTER);
        hold.setGraphic(new FontIcon(MaterialDesignP.PAUSE_OCTAGON));
        hold.getStyleClass().add("hold-button");
        hold.setMaxWidth(Double.MAX_VALUE);
        hold.setFocusTraversable(false);
        hold.setOnAction(pressed -> session.hold());
        hold.setAccessibleText("HOLD: stop both arms");
        VBox keys = new VBox(
                2,
                key("ENTER", "arm, start, stop, keep"),
                key("SPACE", "HOLD"),
                key("H 0.8 s", "leave HOLD"),
                key("M", "step mark"),
                key("S / X", "success / failure"),
                key("L", "look here"),
                key("F2", "edit the task"));
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        right.getStyleClass().add("right-column");
        right.getChildren().addAll(count, ring, joints, space, keys, hold);
    }

    private static Node key(String cap, String meaning) {
        Label keycap = new Label(cap);
        keycap.getStyleClass().addAll("number", "keycap");
        Label text = new Label(meaning);
        text.getStyleClass().add("secondary");
        HBox row = new HBox(10, keycap, text);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// Mirrors the panels for an operator who faces the robot: what is at the robot's left arm is
    /// then at the screen's right. Pictures and data stay as they are.
    ///
    /// @param on whether they are mirrored
    public void mirror(boolean on) {
        mirrored = on;
        joints.mirror(on);
        requestLayout();
    }

    /// Opens the field in which the task is changed. Enter saves it for the next episode, Esc
    /// restores it.
    public void editTask() {
        taskField.setText(instruction.text());
        taskField.setVisible(true);
        taskField.requestFocus();
        taskField.selectAll();
    }

    private void endTaskEdit(CollectSession session, boolean save) {
        String task = taskField.getText().strip();
        if (save && !task.isEmpty()) {
            session.replan(session.view().plan().withTask(task));
        }
        taskField.setVisible(false);
        requestFocus();
    }

    /// Shows how far the key that leaves HOLD is held down.
    ///
    /// @param progress 0 to 1
    public void holding(double progress) {
        band.holding(progress);
    }

    /// Shows the newest pictures. Called on every pulse.
    public void pulse() {
        tiles.forEach(CameraTile::pulse);
    }

    /// Shows what the session says. Called on every pulse; numbers change at most four times a
    /// second because their caller says so.
    ///
    /// @param view what the session says
    /// @param nowNanos session clock, nanoseconds
    /// @param numbersToo whether live numbers are due
    public void show(CollectView view, long nowNanos, boolean numbersToo) {
        instruction.show(view.plan().task());
        band.show(view.phase(), view.sentence());
        good.setText("%d / %d".formatted(view.goodEpisodes(), view.plan().episodes()));
        ring.show(view.remainingNanos(), view.plan().episodeNanos());
        joints.show(view.control().left(), view.control().right());
        strip.show(view.recorder().run(), view.recorder().newestKept());
        EpisodeReport waiting = view.recorder().waiting();
        boolean judged = view.phase() == CollectPhase.VERDICT && waiting != null;
        if (judged != verdict.isVisible()) {
            verdict.setVisible(judged);
            requestLayout();
        }
        if (waiting != null) {
            verdict.show(waiting, view.recorder().outcome());
        }
        showLoop(view.phase());
        showGhost(view.phase());
        if (numbersToo) {
            gates.setText(gateLine(view));
            late.setVisible(view.isLate());
            for (int i = 0; i < tiles.size(); i++) {
                tiles.get(i).describe(view.recorder().cameras().get(i), nowNanos);
            }
        }
    }

    /// While the verdict is thought about, the panes play the episode.
    private void showLoop(CollectPhase phase) {
        ScreenReels.Playing playing =
                phase == CollectPhase.VERDICT ? means.reels().playing() : null;
        for (int i = 0; i < tiles.size(); i++) {
            if (playing == null) {
                tiles.get(i).loop(null, "", "");
            } else {
                String words = playing.speed() == 1 ? "LOOP" : "LOOP %d×".formatted(playing.speed());
                tiles.get(i).loop(means.reels().images().get(i), words, TimeText.stamp(playing.atNanos()));
            }
        }
    }

    /// Puts a view of the leaders' pose against the followers' over the head camera's picture:
    /// small, and over all of it while the arms are to be aligned. Nothing lies over the picture
    /// while an episode is recorded.
    ///
    /// @param node the view
    public void ghost(Region node) {
        ghost = node;
        node.getStyleClass().add("ghost-inset");
        node.setVisible(false);
        getChildren().add(getChildren().indexOf(verdict), node);
        requestLayout();
    }

    private void showGhost(CollectPhase phase) {
        Region node = ghost;
        if (node == null) {
            return;
        }
        boolean large = phase == CollectPhase.ALIGN;
        node.setVisible(
                switch (phase) {
                    case NOT_READY, ALIGN, READY -> true;
                    case STARTING, RECORDING, SAVING, VERDICT, HOLD -> false;
                });
        if (large != ghostLarge) {
            ghostLarge = large;
            requestLayout();
        }
    }

    private void layoutGhost() {
        Region node = ghost;
        if (node == null || tiles.isEmpty()) {
            return;
        }
        CameraTile head = tiles.getFirst();
        double width = ghostLarge ? head.getWidth() : GHOST_WIDTH;
        double height = ghostLarge ? head.getHeight() : GHOST_HEIGHT;
        node.resizeRelocate(head.getLayoutX(), head.getLayoutY() + head.getHeight() - height, width, height);
    }

    private static String gateLine(CollectView view) {
        return String.format(
                Locale.ROOT,
                "LEFT %s  |  RIGHT %s  |  loop %.2f ms late, %d skipped  |  rows %,d",
                gate(view.control().left()),
                gate(view.control().right()),
                view.control().latenessNanos() * 1e-6,
                view.control().ticksSkipped(),
                view.recorder().rows());
    }

    private static String gate(ArmSnapshot arm) {
        return String.format(
                Locale.ROOT,
                "bus %.1f ms  clip %d  lost %d",
                Math.max(0, arm.busNanos()) * 1e-6,
                arm.clippedJoints(),
                arm.leaderFaults() + arm.followerFaults());
    }

    @Override
    protected void layoutChildren() {
        boolean large = getWidth() >= LARGE_WIDTH;
        pseudoClassStateChanged(LARGE, large);
        ring.size(large ? TimeRing.LARGE_SIZE : TimeRing.SIZE);
        double width = getWidth() - 2 * MARGIN;
        double height = getHeight() - 2 * MARGIN;
        double leftWidth = width - RIGHT_WIDTH - GUTTER;
        double panesHeight = height - INSTRUCTION_HEIGHT - BAND_HEIGHT - GATE_HEIGHT - STRIP_HEIGHT - 4 * GUTTER;
        double y = MARGIN;
        double words = Math.min(INSTRUCTION_HEIGHT, instruction.prefHeight(leftWidth));
        instruction.resizeRelocate(MARGIN, y + (INSTRUCTION_HEIGHT - words) / 2, leftWidth, words);
        taskField.resizeRelocate(MARGIN, y + 16, leftWidth, INSTRUCTION_HEIGHT - 32);
        y += INSTRUCTION_HEIGHT + GUTTER;
        if (verdict.isVisible()) {
            layoutInRow(MARGIN, y, leftWidth, panesHeight / 2 - GUTTER);
        } else {
            layoutTiles(MARGIN, y, leftWidth, panesHeight);
        }
        layoutGhost();
        verdict.resizeRelocate(MARGIN, y + panesHeight / 2, leftWidth, panesHeight / 2);
        y += panesHeight + GUTTER;
        band.resizeRelocate(MARGIN, y, leftWidth, BAND_HEIGHT);
        y += BAND_HEIGHT + GUTTER;
        gateLine.resizeRelocate(MARGIN, y, leftWidth, GATE_HEIGHT);
        y += GATE_HEIGHT + GUTTER;
        strip.resizeRelocate(MARGIN, y, leftWidth, STRIP_HEIGHT);
        right.resizeRelocate(MARGIN + leftWidth + GUTTER, MARGIN, RIGHT_WIDTH, height);
    }

    /// All panes whole above the verdict card, as wide as their pictures.
    private void layoutInRow(double x, double y, double width, double height) {
        int count = Math.max(1, tiles.size());
        double each = Math.min(height * 4 / 3, (width - (count - 1) * GUTTER) / count);
        for (int i = 0; i < tiles.size(); i++) {
            int place = mirrored && i > 0 ? tiles.size() - i : i;
            tiles.get(i).resizeRelocate(x + place * (each + GUTTER), y, each, height);
        }
    }

    private void layoutTiles(double x, double y, double width, double height) {
        if (tiles.isEmpty()) {
            return;
        }
        int others = tiles.size() - 1;
        double mainWidth = others == 0 ? width : Math.min(height * 4 / 3, width * 2 / 3);
        tiles.getFirst().resizeRelocate(x, y, mainWidth, height);
        if (others == 0) {
            return;
        }
        double otherWidth = width - mainWidth - GUTTER;
        double otherHeight = (height - (others - 1) * GUTTER) / others;
        for (int i = 1; i <= others; i++) {
            int place = mirrored ? others - i : i - 1;
            tiles.get(i)
                    .resizeRelocate(
                            x + mainWidth + GUTTER, y + place * (otherHeight + GUTTER), otherWidth, otherHeight);
        }
    }
}

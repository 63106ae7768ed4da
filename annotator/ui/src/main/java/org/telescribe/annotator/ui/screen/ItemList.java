package org.telescribe.annotator.ui.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.state.ItemState;
import org.telescribe.annotator.labels.state.ItemState.StepState;
import org.telescribe.annotator.labels.state.TaskState;
import org.telescribe.annotator.ui.judge.ItemWords;
import org.telescribe.annotator.ui.judge.Judging;
import org.telescribe.annotator.ui.judge.JudgingMode;

/// Everything to judge, by step and in time order. A row is made anew only when what it shows has
/// changed: a field keeps what is typed in it while an earlier answer reaches the disk, and an
/// answer costs the screen two rows.
final class ItemList extends VBox {
    private final Judging judging;
    private final ItemRow.Actions actions;
    private final Consumer<ItemId> chosen;
    private final Map<ItemId, Made> made = new HashMap<>();
    private final Map<String, Label> headings = new HashMap<>();

    /// What a row shows.
    ///
    /// @param item the thing
    /// @param selected whether it is the selected one
    /// @param pending whether an answer is on its way to the disk
    /// @param mode what the next key means to it; null for all but the selected one
    private record Look(
            ItemState item,
            boolean selected,
            boolean pending,
            @Nullable JudgingMode mode) {}

    private record Made(Look look, ItemRow row) {}

    ItemList(Judging judging, ItemRow.Actions actions, Consumer<ItemId> chosen) {
        this.judging = judging;
        this.actions = actions;
        this.chosen = chosen;
    }

    /// Shows how the judgement stands.
    ///
    /// @return the selected row, or null
    @Nullable
    Region show() {
        TaskState state = judging.state();
        ItemState current = judging.current();
        List<Node> wanted = new ArrayList<>();
        String heading = "";
        Region selectedRow = null;
        for (ItemState item : state.items()) {
            String above = heading(state, item);
            if (!above.equals(heading)) {
                heading = above;
                wanted.add(headings.computeIfAbsent(above + item.id(), any -> headingLabel(above)));
            }
            boolean selected = current != null && current.id().equals(item.id());
            JudgingMode mode = selected ? judging.mode() : null;
            ItemRow row = row(new Look(item, selected, judging.isPending(item.id()), mode));
            wanted.add(row);
            if (selected) {
                selectedRow = row;
            }
        }
        replace(getChildren(), wanted);
        return selectedRow;
    }

    private ItemRow row(Look look) {
        ItemId id = look.item().id();
        Made before = made.get(id);
        if (before != null && before.look().equals(look)) {
            return before.row();
        }
        ItemRow row = new ItemRow(judging, look.item(), look.selected(), actions);
        row.setOnMouseClicked(clicked -> {
            if (!look.selected()) {
                chosen.accept(id);
            }
        });
        made.put(id, new Made(look, row));
        return row;
    }

    private static void replace(ObservableList<Node> children, List<Node> wanted) {
        if (children.size() != wanted.size()) {
            children.setAll(wanted);
            return;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!children.get(i).equals(wanted.get(i))) {
                children.set(i, wanted.get(i));
            }
        }
    }

    private static Label headingLabel(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("judge-heading");
        return label;
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
}

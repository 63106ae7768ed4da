package org.telescribe.teleop.ui.library;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.library.ArmKind;
import org.telescribe.teleop.library.DatasetCard;

/// One dataset in the list: its name, what its arms are, how many episodes. A broken one carries `!` and
/// says why.
final class DatasetCell extends ListCell<DatasetChoice> {
    private final Label mark = new Label();
    private final Label name = new Label();
    private final Label count = new Label();
    private final HBox row;

    DatasetCell() {
        mark.setMinWidth(14);
        mark.getStyleClass().add("dataset-mark");
        name.setMinWidth(0);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        count.getStyleClass().addAll("number", "row-number");
        count.setMinWidth(USE_PREF_SIZE);
        row = new HBox(4, mark, name, space, count);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        row.setPrefWidth(1);
    }

    @Override
    protected void updateItem(@Nullable DatasetChoice choice, boolean empty) {
        super.updateItem(choice, empty);
        if (empty || choice == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        DatasetCard card = choice.card();
        boolean broken = card != null && !card.isSound();
        mark.setText(broken ? "!" : "");
        mark.getStyleClass().remove("bad");
        if (broken) {
            mark.getStyleClass().add("bad");
        }
        name.setText(choice.words());
        count.setText("%,d".formatted(choice.episodes()));
        setGraphic(row);
        if (card != null) {
            String arms =
                    card.armKind() == ArmKind.UNKNOWN ? "" : card.armKind().name() + " arms. ";
            setTooltip(new Tooltip(
                    arms + (broken ? card.trouble() : card.directory().toString())));
        }
        setAccessibleText(
                "dataset %s, %d episodes%s".formatted(choice.words(), choice.episodes(), broken ? ", broken" : ""));
    }
}

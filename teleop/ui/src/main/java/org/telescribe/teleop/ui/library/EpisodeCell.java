package org.telescribe.teleop.ui.library;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.telescribe.teleop.library.EpisodeCard;
import org.telescribe.teleop.library.EpisodeMatch;
import org.telescribe.teleop.library.PosterSize;
import org.telescribe.viewer3d.fx.time.TimeText;

/// One episode in the list: thumbnail, number, task, length, rate, outcome.
final class EpisodeCell extends ListCell<EpisodeMatch> {
    static final double NUMBER = 44;
    static final double LENGTH = 78;
    static final double RATE = 44;
    static final double OUTCOME = 92;
    static final double LINE = 20;

    private final PosterImages posters;
    private final double thumbWidth;
    private final ImageView thumb = new ImageView();
    private final Label number = cell(NUMBER);
    private final HBox task = new HBox();
    private final Label length = cell(LENGTH);
    private final Label rate = cell(RATE);
    private final FontIcon icon = new FontIcon();
    private final Label outcome = new Label();
    private final HBox row;

    EpisodeCell(PosterImages posters, double thumbWidth, double thumbHeight) {
        this.posters = posters;
        this.thumbWidth = thumbWidth;
        thumb.setFitWidth(thumbWidth);
        thumb.setFitHeight(thumbHeight);
        thumb.setPreserveRatio(true);
        StackPane frame = new StackPane(thumb);
        frame.getStyleClass().add("thumb");
        frame.setMinSize(thumbWidth, thumbHeight);
        frame.setMaxSize(thumbWidth, thumbHeight);
        task.setAlignment(Pos.CENTER_LEFT);
        task.setMaxHeight(LINE);
        task.setPrefSize(0, LINE);
        task.setMinWidth(0);
        Rectangle clip = new Rectangle();
        clip.setHeight(LINE);
        clip.widthProperty().bind(task.widthProperty());
        task.setClip(clip);
        HBox.setHgrow(task, Priority.ALWAYS);
        icon.getStyleClass().add("reason-icon");
        outcome.setGraphic(icon);
        outcome.getStyleClass().add("outcome");
        outcome.setMinWidth(OUTCOME);
        outcome.setPrefWidth(OUTCOME);
        row = new HBox(10, frame, number, task, length, rate, outcome);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        row.setPrefWidth(1);
    }

    private static Label cell(double width) {
        Label label = new Label();
        label.getStyleClass().addAll("number", "row-number");
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }

    @Override
    protected void updateItem(@Nullable EpisodeMatch match, boolean empty) {
        super.updateItem(match, empty);
        if (empty || match == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        EpisodeCard episode = match.episode();
        Image poster = posters.of(episode, PosterSize.ROW);
        thumb.setImage(poster);
        thumb.setVisible(poster != null && thumbWidth > 0);
        number.setText(Integer.toString(episode.index()));
        MatchText.fill(task, episode.task().isEmpty() ? "no task written down" : episode.task(), match.task());
        length.setText(TimeText.length(episode.lengthSeconds()));
        rate.setText(TimeText.number(episode.framesPerSecond(), 0));
        OutcomeMark mark = OutcomeMark.of(episode);
        icon.setIconCode(mark.icon());
        icon.getStyleClass().removeAll("warn", "bad", "none");
        icon.getStyleClass().add(mark.style());
        outcome.setText(mark.word());
        setGraphic(row);
        setAccessibleText("episode %d of %s, %s, %s"
                .formatted(episode.index(), episode.datasetName(), episode.task(), mark.word()));
    }
}

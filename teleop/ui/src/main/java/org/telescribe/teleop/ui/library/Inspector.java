package org.telescribe.teleop.ui.library;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.library.ArmKind;
import org.telescribe.teleop.library.DatasetCard;
import org.telescribe.teleop.library.EpisodeCard;
import org.telescribe.viewer3d.fx.time.TimeText;

/// What is known of the selected episode, or of a dataset without one.
final class Inspector extends VBox {
    private static final double POSTER_ASPECT = 3.0 / 4;

    private final Label title = new Label();
    private final ImageView poster = new ImageView();
    private final StackPane frame = new StackPane(poster);
    private final Label task = new Label();
    private final VBox facts = new VBox(4);
    private final Label identity = new Label();
    private final Button review = new Button("Review  Enter");

    Inspector(Runnable onReview) {
        super(10);
        getStyleClass().addAll("card", "inspector");
        title.getStyleClass().add("card-title");
        frame.getStyleClass().add("thumb");
        poster.setPreserveRatio(true);
        task.setWrapText(true);
        task.getStyleClass().add("inspector-task");
        identity.getStyleClass().addAll("number", "episode-id");
        review.getStyleClass().add("primary");
        review.setMaxWidth(Double.MAX_VALUE);
        review.setOnAction(pressed -> onReview.run());
        Region space = new Region();
        VBox.setVgrow(space, javafx.scene.layout.Priority.ALWAYS);
        getChildren().addAll(title, frame, task, facts, identity, space, review);
    }

    void show(@Nullable EpisodeCard episode, @Nullable DatasetCard dataset, @Nullable Image image) {
        facts.getChildren().clear();
        boolean any = episode != null;
        frame.setVisible(any);
        frame.setManaged(any);
        review.setDisable(!any);
        review.setVisible(any);
        identity.setText("");
        if (episode != null) {
            title.setText("EPISODE %d".formatted(episode.index()));
            poster.setImage(image);
            task.setText(episode.task().isEmpty() ? "No task is written down." : episode.task());
            fact(episode.datasetName());
            fact(String.format(
                    Locale.ROOT,
                    "%,d rows at %.0f Hz, %s",
                    episode.rows(),
                    episode.framesPerSecond(),
                    TimeText.length(episode.lengthSeconds())));
            fact(OutcomeMark.of(episode).word() + (episode.operator().isEmpty() ? "" : ", by " + episode.operator()));
            identity.setText(episode.uuid());
        } else {
            title.setText(dataset == null ? "NOTHING SELECTED" : "DATASET");
            task.setText(dataset == null ? "Choose an episode with the arrow keys." : dataset.name());
        }
        if (dataset != null) {
            show(dataset);
        }
    }

    private void show(DatasetCard dataset) {
        if (!dataset.isSound()) {
            Label trouble = fact(dataset.trouble());
            trouble.getStyleClass().add("bad");
        }
        if (!dataset.version().isEmpty()) {
            String arms = dataset.armKind() == ArmKind.UNKNOWN ? "" : ", %s arms".formatted(dataset.armKind());
            fact("LeRobot %s, %s%s"
                    .formatted(
                            dataset.version(),
                            dataset.robotType().isEmpty() ? "robot not said" : dataset.robotType(),
                            arms));
            fact("cameras: " + (dataset.cameras().isEmpty() ? "none" : String.join(", ", dataset.cameras())));
        }
        if (dataset.interruptedEpisodes() > 0) {
            fact(
                    "%d interrupted episode(s); they are recovered when the dataset is recorded into, or by: telescribe dataset recover"
                            .formatted(dataset.interruptedEpisodes()));
        }
    }

    private Label fact(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("secondary");
        label.setWrapText(true);
        facts.getChildren().add(label);
        return label;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - getInsets().getLeft() - getInsets().getRight();
        double height = width * POSTER_ASPECT;
        poster.setFitWidth(width);
        poster.setFitHeight(height);
        frame.setMinSize(width, height);
        frame.setMaxSize(width, height);
        super.layoutChildren();
    }
}

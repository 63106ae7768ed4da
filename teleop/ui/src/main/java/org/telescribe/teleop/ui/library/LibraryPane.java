package org.telescribe.teleop.ui.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.library.CatalogContent;
import org.telescribe.teleop.library.DatasetCard;
import org.telescribe.teleop.library.EpisodeCard;
import org.telescribe.teleop.library.EpisodeMatch;
import org.telescribe.teleop.library.EpisodeSearch;
import org.telescribe.teleop.library.PosterSize;
import org.telescribe.teleop.library.SearchResult;

/// Datasets at the left, episodes in the middle, the selected one at the right. Typing narrows the list;
/// old rows stay until new ones come.
public final class LibraryPane extends Region {
    private static final double MARGIN = 12;
    private static final double GUTTER = 8;
    private static final double LEFT = 208;
    private static final double RIGHT = 316;
    private static final double LARGE_RIGHT = 480;
    private static final double LARGE = 1600;
    private static final double ROW = 40;
    private static final double LARGE_ROW = 72;
    private static final double THUMB = 48;
    private static final double LARGE_THUMB = 85;
    private static final double THUMB_MARGIN = 8;
    private static final int MOST_ROWS = 20_000;

    private final PosterImages posters;
    private final Consumer<EpisodeCard> onOpen;
    private final ListView<DatasetChoice> datasets = new ListView<>();
    private final ListView<EpisodeMatch> episodes = new ListView<>();
    private final TextField search = new TextField();
    private final Label count = new Label();
    private final Label none = new Label();
    private final Inspector inspector;
    private final VBox left;
    private final VBox middle;
    private final Node heading;
    private CatalogContent content = new CatalogContent(List.of(), List.of());
    private EpisodeSearch index = new EpisodeSearch(content);
    private boolean large;
    private boolean filling;

    /// An empty Library.
    ///
    /// @param posters pictures of episodes
    /// @param onOpen told which episode is to be reviewed
    public LibraryPane(PosterImages posters, Consumer<EpisodeCard> onOpen) {
        this.posters = posters;
        this.onOpen = onOpen;
        this.inspector = new Inspector(this::open);
        getStyleClass().add("library");
        Label title = new Label("DATASETS");
        title.getStyleClass().add("card-title");
        datasets.setCellFactory(view -> new DatasetCell());
        datasets.setFixedCellSize(32);
        datasets.getSelectionModel().selectedItemProperty().addListener((item, old, now) -> refill());
        VBox.setVgrow(datasets, Priority.ALWAYS);
        datasets.setAccessibleText("datasets");
        left = new VBox(8, title, datasets);
        left.getStyleClass().add("card");
        search.setPromptText("Search task, operator, dataset   /");
        search.setAccessibleText("search episodes");
        search.textProperty().addListener((text, old, now) -> refill());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        HBox.setHgrow(search, Priority.ALWAYS);
        count.getStyleClass().addAll("number", "result-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox top = new HBox(12, search, count);
        top.setAlignment(Pos.CENTER_LEFT);
        heading = heading();
        episodes.getStyleClass().add("episode-list");
        episodes.setAccessibleText("episodes");
        episodes.getSelectionModel().selectedItemProperty().addListener((item, old, now) -> inspect());
        episodes.setOnMouseClicked(clicked -> {
            if (clicked.getClickCount() == 2) {
                open();
            }
        });
        none.getStyleClass().add("secondary");
        none.setWrapText(true);
        episodes.setPlaceholder(none);
        VBox.setVgrow(episodes, Priority.ALWAYS);
        middle = new VBox(8, top, heading, episodes);
        middle.getStyleClass().add("card");
        getChildren().addAll(left, middle, inspector);
        size(false);
    }

    private static Node heading() {
        HBox row = new HBox(10);
        row.getStyleClass().add("list-heading");
        Region thumb = new Region();
        thumb.setMinWidth(THUMB);
        Label task = column("task", 0, Pos.CENTER_LEFT);
        HBox.setHgrow(task, Priority.ALWAYS);
        task.setMaxWidth(Double.MAX_VALUE);
        row.getChildren()
                .addAll(
                        thumb,
                        column("ep", EpisodeCell.NUMBER, Pos.CENTER_RIGHT),
                        task,
                        column("length", EpisodeCell.LENGTH, Pos.CENTER_RIGHT),
                        column("Hz", EpisodeCell.RATE, Pos.CENTER_RIGHT),
                        column("outcome", EpisodeCell.OUTCOME, Pos.CENTER_LEFT));
        return row;
    }

    private static Label column(String word, double width, Pos pos) {
        Label label = new Label(word);
        label.getStyleClass().add("table-heading");
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setAlignment(pos);
        return label;
    }

    private void size(boolean isLarge) {
        large = isLarge;
        double row = isLarge ? LARGE_ROW : ROW;
        double thumb = isLarge ? LARGE_THUMB : THUMB;
        episodes.setFixedCellSize(row);
        episodes.setCellFactory(view -> new EpisodeCell(posters, thumb, row - THUMB_MARGIN));
    }

    private void searchKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN) {
            episodes.requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            search.clear();
            episodes.requestFocus();
            event.consume();
        }
    }

    /// Shows what the catalog found; selection and search stay.
    ///
    /// @param newContent datasets and episodes
    public void show(CatalogContent newContent) {
        Path chosen = chosenDataset();
        content = newContent;
        index = new EpisodeSearch(content);
        List<DatasetChoice> choices = new ArrayList<>();
        choices.add(new DatasetChoice(null, "All episodes", content.episodes().size()));
        for (DatasetCard card : content.datasets()) {
            choices.add(new DatasetChoice(card, card.name(), card.episodes()));
        }
        filling = true;
        datasets.getItems().setAll(choices);
        filling = false;
        select(chosen);
    }

    /// Shows the episodes of one dataset.
    ///
    /// @param dataset folder of the dataset
    public void chooseDataset(Path dataset) {
        select(dataset);
    }

    private void select(@Nullable Path dataset) {
        int at = 0;
        for (int i = 1; i < datasets.getItems().size(); i++) {
            DatasetCard card = datasets.getItems().get(i).card();
            if (card != null && card.directory().equals(dataset)) {
                at = i;
            }
        }
        datasets.getSelectionModel().select(at);
        refill();
    }

    /// Selects an episode, showing its dataset.
    ///
    /// @param dataset folder of the dataset
    /// @param episode number of the episode
    public void select(Path dataset, int episode) {
        search.clear();
        select(dataset);
        for (int i = 0; i < episodes.getItems().size(); i++) {
            EpisodeCard card = episodes.getItems().get(i).episode();
            if (card.dataset().equals(dataset) && card.index() == episode) {
                episodes.getSelectionModel().select(i);
                episodes.scrollTo(i);
            }
        }
        inspect();
    }

    private @Nullable Path chosenDataset() {
        DatasetChoice choice = datasets.getSelectionModel().getSelectedItem();
        DatasetCard card = choice == null ? null : choice.card();
        return card == null ? null : card.directory();
    }

    private void refill() {
        if (filling) {
            return;
        }
        EpisodeMatch before = episodes.getSelectionModel().getSelectedItem();
        Path dataset = chosenDataset();
        SearchResult found = index.find(search.getText());
        List<EpisodeMatch> rows = new ArrayList<>();
        int total = 0;
        for (int place = 0; place < found.size(); place++) {
            if (dataset == null || found.episode(place).dataset().equals(dataset)) {
                total++;
                if (rows.size() < MOST_ROWS) {
                    rows.add(found.match(place));
                }
            }
        }
        count.setText("%,d of %,d".formatted(total, found.of()));
        filling = true;
        episodes.getItems().setAll(rows);
        filling = false;
        int at = 0;
        for (int i = 0; before != null && i < rows.size(); i++) {
            EpisodeCard card = rows.get(i).episode();
            if (card.dataset().equals(before.episode().dataset())
                    && card.index() == before.episode().index()) {
                at = i;
            }
        }
        episodes.getSelectionModel().select(rows.isEmpty() ? -1 : at);
        inspect();
    }

    private void inspect() {
        if (filling) {
            return;
        }
        EpisodeCard episode = selected();
        DatasetCard dataset = null;
        for (DatasetCard card : content.datasets()) {
            boolean itsOwn = episode != null && card.directory().equals(episode.dataset());
            boolean chosen = episode == null && card.directory().equals(chosenDataset());
            if (itsOwn || chosen) {
                dataset = card;
            }
        }
        none.setText(
                dataset != null && !dataset.isSound() ? dataset.trouble() : "No episode fits. Fewer words find more.");
        inspector.show(episode, dataset, episode == null ? null : posters.of(episode, PosterSize.INSPECTOR));
    }

    /// Draws thumbnails anew, when some have been decoded.
    public void postersChanged() {
        episodes.refresh();
        inspect();
    }

    /// {@return the selected episode, or null}
    public @Nullable EpisodeCard selected() {
        EpisodeMatch match = episodes.getSelectionModel().getSelectedItem();
        return match == null ? null : match.episode();
    }

    /// Reviews the selected episode.
    public void open() {
        EpisodeCard episode = selected();
        if (episode != null) {
            onOpen.accept(episode);
        }
    }

    /// Puts the keys into the search field.
    public void find() {
        search.requestFocus();
        search.selectAll();
    }

    /// Selects the episode above or below.
    ///
    /// @param step 1 for below, -1 for above
    public void move(int step) {
        int size = episodes.getItems().size();
        if (size > 0) {
            int next = Math.clamp(episodes.getSelectionModel().getSelectedIndex() + step, 0, size - 1);
            episodes.getSelectionModel().select(next);
            episodes.scrollTo(Math.max(0, next - 3));
            Objects.requireNonNull(episodes).requestFocus();
        }
    }

    @Override
    protected void layoutChildren() {
        boolean isLarge = getWidth() >= LARGE;
        if (isLarge != large) {
            size(isLarge);
        }
        double right = isLarge ? LARGE_RIGHT : RIGHT;
        double height = getHeight() - 2 * MARGIN;
        double width = getWidth() - 2 * MARGIN - LEFT - right - 2 * GUTTER;
        left.resizeRelocate(MARGIN, MARGIN, LEFT, height);
        middle.resizeRelocate(MARGIN + LEFT + GUTTER, MARGIN, width, height);
        inspector.resizeRelocate(MARGIN + LEFT + GUTTER + width + GUTTER, MARGIN, right, height);
    }
}

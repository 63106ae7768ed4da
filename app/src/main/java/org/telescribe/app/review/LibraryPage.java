package org.telescribe.app.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telescribe.app.command.Command;
import org.telescribe.app.shell.EmptyPane;
import org.telescribe.app.shell.Page;
import org.telescribe.app.shell.PaletteEntry;
import org.telescribe.app.shell.Shell;
import org.telescribe.app.shell.Workspace;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.library.Catalog;
import org.telescribe.teleop.library.CatalogContent;
import org.telescribe.teleop.library.EpisodeCard;
import org.telescribe.teleop.library.EpisodeSearch;
import org.telescribe.teleop.library.SearchResult;
import org.telescribe.teleop.ui.library.LibraryPane;

/// Library: datasets and episodes. The catalog is looked at again every second while it is on the
/// screen, on a thread of its own.
public final class LibraryPage implements Page {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryPage.class);
    private static final long REFRESH_NANOS = 1_000_000_000L;
    private static final int PALETTE_EPISODES = 6;

    private final Shell shell;
    private final Catalog catalog;
    private final OpenedFolders opened;
    private final PosterShelf posters;
    private final Consumer<EpisodeAddress> review;
    private final Consumer<EpisodeAddress> judge;
    private final LibraryPane pane;
    private final ExecutorService looker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("library").factory());
    private CatalogContent content = new CatalogContent(List.of(), List.of());
    private boolean known;
    private boolean busy;
    private long lookedNanos = Long.MIN_VALUE / 2;
    private @Nullable EpisodeAddress preferred;

    /// A page that has not looked yet.
    ///
    /// @param shell where it is shown
    /// @param clock session clock
    /// @param datasets folder that holds the datasets recorded here
    /// @param opened further folders, remembered
    /// @param review opens an episode
    /// @param judge opens an episode for judging
    public LibraryPage(
            Shell shell,
            SessionClock clock,
            Path datasets,
            OpenedFolders opened,
            Consumer<EpisodeAddress> review,
            Consumer<EpisodeAddress> judge) {
        this.shell = shell;
        this.opened = opened;
        this.review = review;
        this.judge = judge;
        List<Path> folders = new ArrayList<>(List.of(datasets));
        folders.addAll(opened.folders());
        this.catalog = new Catalog(folders);
        this.posters = new PosterShelf(clock);
        this.pane = new LibraryPane(
                posters, episode -> review.accept(new EpisodeAddress(episode.dataset(), episode.index())));
        shell.fill(Workspace.LIBRARY, EmptyPane.lookingForDatasets());
    }

    /// Lists a dataset that lies elsewhere.
    ///
    /// @param folder a dataset, or a folder of datasets
    /// @param remember whether it is listed the next time too
    public void add(Path folder, boolean remember) {
        if (remember) {
            opened.add(folder);
        }
        look(() -> catalog.add(folder));
    }

    /// Selects an episode as soon as it is listed.
    ///
    /// @param address which
    public void prefer(EpisodeAddress address) {
        preferred = address;
        lookedNanos = Long.MIN_VALUE / 2;
    }

    private void look(Runnable before) {
        busy = true;
        try {
            looker.execute(() -> {
                before.run();
                boolean changed = catalog.refresh();
                CatalogContent found = catalog.content();
                Platform.runLater(() -> found(changed, found));
            });
        } catch (RejectedExecutionException closed) {
            LOG.debug("closed");
        }
    }

    private void found(boolean changed, CatalogContent found) {
        busy = false;
        if (changed || !known) {
            known = true;
            content = found;
            if (found.datasets().isEmpty()) {
                shell.fill(Workspace.LIBRARY, EmptyPane.noDatasets(this::choose, () -> shell.go(Workspace.COLLECT)));
            } else {
                pane.show(found);
                shell.fill(Workspace.LIBRARY, pane);
            }
        }
        EpisodeAddress wanted = preferred;
        if (wanted != null && lists(wanted)) {
            preferred = null;
            pane.select(wanted.dataset(), wanted.episode());
        }
    }

    private boolean lists(EpisodeAddress wanted) {
        return content.episodes().stream()
                .anyMatch(card -> card.dataset().equals(wanted.dataset()) && card.index() == wanted.episode());
    }

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Open a dataset, or a folder of datasets");
        java.io.File chosen = chooser.showDialog(shell.getScene().getWindow());
        if (chosen != null) {
            shell.go(Workspace.LIBRARY);
            add(chosen.toPath().toAbsolutePath().normalize(), true);
        }
    }

    /// {@return whether what is listed is on the screen, the wanted episode selected, its picture
    /// decoded}
    public boolean isSettled() {
        EpisodeCard selected = pane.selected();
        return known && !busy && preferred == null && (selected == null || posters.isSettled(selected));
    }

    @Override
    public void bind(Bindings bindings) {
        bindings.bind(Command.FIND, pane::find);
        bindings.bind(Command.EPISODE_UP, () -> pane.move(-1));
        bindings.bind(Command.EPISODE_DOWN, () -> pane.move(1));
        bindings.bind(Command.OPEN_EPISODE, pane::open);
        bindings.bind(Command.OPEN_FOLDER, this::choose);
        bindings.bind(Command.ANNOTATE_EPISODE, this::judgeSelected);
    }

    private void judgeSelected() {
        EpisodeCard selected = pane.selected();
        if (selected != null) {
            judge.accept(new EpisodeAddress(selected.dataset(), selected.index()));
        }
    }

    @Override
    public List<PaletteEntry> find(String query) {
        if (query.isBlank()) {
            return List.of();
        }
        SearchResult found = new EpisodeSearch(content).find(query);
        List<PaletteEntry> entries = new ArrayList<>();
        for (int i = 0; i < Math.min(PALETTE_EPISODES, found.size()); i++) {
            EpisodeCard card = found.episode(i);
            entries.add(new PaletteEntry(
                    "Review episode %d: %s".formatted(card.index(), card.task()),
                    card.datasetName(),
                    () -> review.accept(new EpisodeAddress(card.dataset(), card.index()))));
        }
        return entries;
    }

    @Override
    public void pulse(long nowNanos, boolean shown) {
        if (shown && posters.changed()) {
            pane.postersChanged();
        }
        if (shown && !busy && nowNanos - lookedNanos >= REFRESH_NANOS) {
            lookedNanos = nowNanos;
            look(() -> {});
        }
    }

    @Override
    public void close() {
        looker.shutdownNow();
        posters.close();
    }
}

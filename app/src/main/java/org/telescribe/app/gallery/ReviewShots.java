package org.telescribe.app.gallery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.telescribe.app.command.Command;
import org.telescribe.app.command.KeyTable;
import org.telescribe.app.command.Scope;
import org.telescribe.app.gallery.GalleryShot.Staged;
import org.telescribe.app.review.EpisodeOpening;
import org.telescribe.app.review.EpisodePlayers;
import org.telescribe.app.shell.EmptyPane;
import org.telescribe.app.shell.KeysOverlay;
import org.telescribe.app.shell.PaletteEntry;
import org.telescribe.app.shell.PaletteOverlay;
import org.telescribe.app.shell.Shell;
import org.telescribe.app.shell.Workspace;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.episode.model.EpisodeOutcome;
import org.telescribe.teleop.library.ArmKind;
import org.telescribe.teleop.library.CatalogContent;
import org.telescribe.teleop.library.DatasetCard;
import org.telescribe.teleop.library.EpisodeCard;
import org.telescribe.teleop.ui.library.LibraryPane;
import org.telescribe.viewer3d.fx.image.ScreenImage;
import org.telescribe.viewer3d.fx.player.PlayerPane;
import org.telescribe.viewer3d.playback.player.DecodeHook;
import org.telescribe.viewer3d.playback.player.PaneBadge;
import org.telescribe.viewer3d.playback.player.PaneState;

/// Library and Review in all their states, and the layers above them.
final class ReviewShots {
    private static final long LATE_NANOS = 40_000_000L;

    private final SessionClock clock;
    private final EpisodeOpening.Loaded loaded;

    ReviewShots(SessionClock clock, EpisodeOpening.Loaded loaded) {
        this.clock = clock;
        this.loaded = loaded;
    }

    List<GalleryShot> all() {
        List<GalleryShot> shots = new ArrayList<>();
        shots.add(empty("library-empty", Workspace.LIBRARY, EmptyKind.NO_DATASETS));
        shots.add(empty("library-loading", Workspace.LIBRARY, EmptyKind.LOOKING));
        shots.add(library("library-list", false));
        shots.add(library("library-broken", true));
        shots.add(empty("review-empty", Workspace.REVIEW, EmptyKind.NO_EPISODE));
        shots.add(empty("review-loading", Workspace.REVIEW, EmptyKind.OPENING));
        shots.add(empty("review-failed", Workspace.REVIEW, EmptyKind.FAILED));
        shots.add(review("review-exact", List.of(exact(), exact(), exact())));
        shots.add(review("review-dragging", List.of(proxy(), proxy(), proxy())));
        shots.add(review("review-late", List.of(exact(), new PaneBadge.Late(LATE_NANOS), new PaneBadge.Repeated(3))));
        shots.add(review(
                "review-lost",
                List.of(
                        exact(),
                        new PaneBadge.Lost(
                                "videos/left_wrist/file-000.mp4 is missing. Other cameras still play. Bring it back from a copy."),
                        new PaneBadge.OverBudget(false))));
        shots.add(review(
                "review-decoding",
                List.of(new PaneBadge.Loading(0, 3), new PaneBadge.Loading(0, 3), new PaneBadge.Loading(0, 3))));
        shots.add(new GalleryShot("palette", "the palette", () -> {
            Shell shell = CollectShots.shell(Workspace.LIBRARY);
            PaletteOverlay palette = new PaletteOverlay(ReviewShots::commands);
            shell.addLayer(palette);
            palette.open();
            return Staged.of(shell);
        }));
        shots.add(new GalleryShot("keys", "the keys of Review", () -> {
            Shell shell = CollectShots.shell(Workspace.REVIEW);
            KeysOverlay keys = new KeysOverlay();
            shell.addLayer(keys);
            keys.toggle(List.of(Scope.REVIEW, Scope.PLAYER));
            return Staged.of(shell);
        }));
        return shots;
    }

    private static List<PaletteEntry> commands(String query) {
        List<PaletteEntry> found = new ArrayList<>();
        for (Command command : KeyTable.search(query, Set.of(Scope.LIBRARY))) {
            found.add(new PaletteEntry(command.words(), command.keyWord(), () -> {}));
        }
        return found;
    }

    /// Which empty workspace.
    private enum EmptyKind {
        NO_DATASETS,
        LOOKING,
        NO_EPISODE,
        OPENING,
        FAILED
    }

    private static GalleryShot empty(String name, Workspace workspace, EmptyKind kind) {
        return new GalleryShot(name, name.replace('-', ' '), () -> {
            Shell shell = CollectShots.shell(workspace);
            switch (kind) {
                case NO_DATASETS -> shell.fill(workspace, EmptyPane.noDatasets(() -> {}, () -> {}));
                case LOOKING -> shell.fill(workspace, EmptyPane.lookingForDatasets());
                case NO_EPISODE -> shell.fill(workspace, EmptyPane.noEpisode(() -> {}));
                case OPENING -> shell.fill(workspace, EmptyPane.openingEpisode());
                case FAILED ->
                    shell.fill(
                            workspace,
                            EmptyPane.episodeFailed(
                                    "bench-demo/meta/info.json, line 14: fps is missing. The dataset was not changed. Add \"fps\": 30.",
                                    () -> {}));
            }
            return Staged.of(shell);
        });
    }

    private static PaneBadge exact() {
        return new PaneBadge.Exact();
    }

    private static PaneBadge proxy() {
        return new PaneBadge.Proxy();
    }

    private GalleryShot review(String name, List<PaneBadge> badges) {
        return new GalleryShot(name, name.replace('-', ' '), () -> {
            PlayerPane pane = new EpisodePlayers(clock, DecodeHook.none()).open(loaded, () -> {});
            pane.player().seekRow(loaded.clip().rows() / 2);
            Shell shell = CollectShots.shell(Workspace.REVIEW);
            shell.fill(Workspace.REVIEW, pane);
            shell.crumb(pane.crumb());
            boolean[] presented = {false};
            return new Staged(
                    shell,
                    () -> {
                        if (!presented[0]) {
                            pane.pulse(clock.nanoTime());
                        }
                        if (!presented[0] && pane.isSettled()) {
                            pane.present(states(badges));
                            presented[0] = true;
                            return false;
                        }
                        return presented[0];
                    },
                    pane::close);
        });
    }

    private List<PaneState> states(List<PaneBadge> badges) {
        List<PaneState> states = new ArrayList<>();
        int frame = loaded.clip().rows() / 2;
        for (int i = 0; i < badges.size(); i++) {
            states.add(new PaneState(i, frame, frame, 12_000_000L, badges.get(i)));
        }
        return states;
    }

    private GalleryShot library(String name, boolean broken) {
        return new GalleryShot(name, name.replace('-', ' '), () -> {
            List<ScreenImage> pictures = BenchPictures.images(clock);
            LibraryPane pane = new LibraryPane(
                    (episode, size) ->
                            pictures.get(episode.index() % pictures.size()).image(),
                    episode -> {});
            pane.show(content());
            if (broken) {
                pane.chooseDataset(Path.of("/data/aloha-mix"));
            } else {
                pane.select(Path.of("/data/bench-demo"), 2);
            }
            Shell shell = CollectShots.shell(Workspace.LIBRARY);
            shell.fill(Workspace.LIBRARY, pane);
            return Staged.of(shell);
        });
    }

    private static CatalogContent content() {
        Path bench = Path.of("/data/bench-demo");
        List<EpisodeCard> episodes = new ArrayList<>();
        String[] tasks = {
            "Put the red block in the bowl", "Put the blue block on the pad", "Stack the green block on the yellow one"
        };
        for (int i = 0; i < 40; i++) {
            EpisodeOutcome outcome = EpisodeOutcome.values()[i % EpisodeOutcome.values().length];
            episodes.add(new EpisodeCard(
                    bench,
                    "bench-demo",
                    i,
                    "3ca72ed8-93ce-4bd4-bc71-1303c10e4f%02d".formatted(i),
                    tasks[i % tasks.length],
                    480 + i * 7,
                    30,
                    outcome,
                    i % 9 == 4,
                    "Mara",
                    null));
        }
        List<DatasetCard> datasets = List.of(
                new DatasetCard(
                        Path.of("/data/aloha-mix"),
                        "aloha-mix",
                        "",
                        "",
                        ArmKind.UNKNOWN,
                        0,
                        0,
                        0,
                        List.of(),
                        "meta/info.json, line 14: fps is missing. The dataset was not changed. Add \"fps\": 30.",
                        0),
                new DatasetCard(
                        bench,
                        "bench-demo",
                        "v3.0",
                        "telescribe_bench",
                        ArmKind.EMULATED,
                        40,
                        24_660,
                        30,
                        StillStation.CAMERAS,
                        "",
                        1));
        return new CatalogContent(datasets, episodes);
    }
}

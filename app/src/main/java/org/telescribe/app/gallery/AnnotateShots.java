package org.telescribe.app.gallery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.telescribe.app.annotate.AnnotatePage;
import org.telescribe.app.command.Command;
import org.telescribe.app.gallery.GalleryShot.Staged;
import org.telescribe.app.review.EpisodeAddress;
import org.telescribe.app.review.SpaceScenes;
import org.telescribe.app.shell.EmptyPane;
import org.telescribe.app.shell.Shell;
import org.telescribe.app.shell.Workspace;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.viewer3d.fx.player.PlayerPane;
import org.telescribe.viewer3d.playback.player.DecodeHook;

/// Annotate in all its states. Each judges the same episode in a store of its own.
final class AnnotateShots {
    private static final int WATCH_STEP = 4;

    private final SessionClock clock;
    private final Path dataset;
    private final SpaceScenes scenes;
    private int stores;

    AnnotateShots(SessionClock clock, Path dataset, SpaceScenes scenes) {
        this.clock = clock;
        this.dataset = dataset;
        this.scenes = scenes;
    }

    List<GalleryShot> all() {
        List<Command> some = List.of(
                Command.ACCEPT,
                Command.ACCEPT,
                Command.REJECT,
                Command.DIGIT_2,
                Command.UNSURE,
                Command.DIGIT_1,
                Command.ACCEPT);
        List<GalleryShot> shots = new ArrayList<>();
        shots.add(judging("annotate-judging", some, List.of(), ""));
        shots.add(judging("annotate-value", some, List.of(Command.REJECT), ""));
        shots.add(judging("annotate-missed", some, List.of(Command.ADD_FACT), ""));
        shots.add(judging("annotate-edit", some, List.of(Command.EDIT_TEXT), ""));
        shots.add(judging(
                "annotate-not-saved",
                some,
                List.of(),
                "Not saved: the disk of labels.db is full. Free 20 MB there. What was saved before is safe."));
        shots.add(still("annotate-empty", EmptyKind.NOTHING));
        shots.add(still("annotate-finished", EmptyKind.FINISHED));
        shots.add(still("annotate-failed", EmptyKind.FAILED));
        return shots;
    }

    private enum EmptyKind {
        NOTHING,
        FINISHED,
        FAILED
    }

    private static GalleryShot still(String name, EmptyKind kind) {
        return new GalleryShot(name, name.replace('-', ' '), () -> {
            Shell shell = CollectShots.shell(Workspace.ANNOTATE);
            shell.fill(
                    Workspace.ANNOTATE,
                    switch (kind) {
                        case NOTHING -> EmptyPane.nothingToJudge(() -> {});
                        case FINISHED -> EmptyPane.queueFinished(500, 500, () -> {});
                        case FAILED ->
                            EmptyPane.judgingFailed(
                                    "Mara has this episode open. Nothing was changed. Take another one: Page Down.",
                                    () -> {});
                    });
            return Staged.of(shell);
        });
    }

    private GalleryShot judging(String name, List<Command> first, List<Command> last, String trouble) {
        return new GalleryShot(name, name.replace('-', ' '), () -> {
            Shell shell = CollectShots.shell(Workspace.ANNOTATE);
            AnnotatePage page = new AnnotatePage(
                    shell,
                    new AnnotatePage.Means(
                            clock,
                            scenes,
                            DecodeHook.none(),
                            dataset.resolveSibling("labels").resolve(stores++ + ".db"),
                            () -> "Mara",
                            () -> {}));
            Map<Command, Runnable> keys = new EnumMap<>(Command.class);
            page.bind(keys::put);
            page.judge(new EpisodeAddress(dataset, 0));
            return new Staged(shell, new Judged(page, keys, first, last, trouble)::settled, page::close);
        });
    }

    /// Watches the episode, presses keys, and comes to rest.
    private final class Judged {
        private final AnnotatePage page;
        private final Map<Command, Runnable> keys;
        private final List<Command> waiting;
        private final String trouble;
        private int row;
        private int pulses;

        Judged(
                AnnotatePage page,
                Map<Command, Runnable> keys,
                List<Command> first,
                List<Command> last,
                String trouble) {
            this.page = page;
            this.keys = keys;
            this.waiting = new ArrayList<>(first);
            this.waiting.addAll(last);
            this.trouble = trouble;
        }

        boolean settled() {
            page.pulse(clock.nanoTime(), true);
            PlayerPane pane = page.pane();
            if (pane == null || !pane.isSettled()) {
                return false;
            }
            pane.player().pause();
            int rows = pane.player().clip().rows();
            if (row < rows) {
                pane.player().seekRow(row);
                row += WATCH_STEP;
                return false;
            }
            if (!waiting.isEmpty()) {
                Objects.requireNonNull(keys.get(waiting.removeFirst())).run();
                return false;
            }
            if (pulses++ == 0) {
                pane.player().seekRow(rows / 2);
                if (!trouble.isEmpty()) {
                    page.notSaved(trouble);
                }
            }
            return pulses > 3;
        }
    }
}

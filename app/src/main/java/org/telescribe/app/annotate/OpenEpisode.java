package org.telescribe.app.annotate;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.telescribe.annotator.labels.event.LabelAction;
import org.telescribe.annotator.labels.event.Viewing;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.TaskVideo;
import org.telescribe.annotator.labels.state.ItemState;
import org.telescribe.annotator.labels.state.ItemState.StepState;
import org.telescribe.annotator.labels.store.LabelDesk;
import org.telescribe.annotator.labels.store.LabelSession;
import org.telescribe.annotator.labels.store.Saved;
import org.telescribe.annotator.ui.judge.Answers;
import org.telescribe.annotator.ui.judge.ItemWords;
import org.telescribe.annotator.ui.judge.Judging;
import org.telescribe.annotator.ui.judge.WatchLog;
import org.telescribe.annotator.ui.screen.AnnotatePane;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.viewer3d.fx.player.PlayerPane;
import org.telescribe.viewer3d.fx.time.TimelineTracks;
import org.telescribe.viewer3d.playback.player.PaneBadge;
import org.telescribe.viewer3d.playback.player.PaneState;

/// One episode that is judged: its session, its player, its screen. At first the episode plays once, then
/// the selected thing loops in the camera that shows it best.
final class OpenEpisode implements Answers, AutoCloseable {
    private final LabelDesk desk;
    private final LabelSession session;
    private final PlayerPane player;
    private final CameraChoice cameras;
    private final Runnable handedOver;
    private final Consumer<Saved> onDisk;
    private final WatchLog watched = new WatchLog();
    private final Judging judging;
    private final AnnotatePane pane;
    private final List<String> cameraNames;
    private @Nullable ItemId shown;
    private @Nullable ItemState shownItem;
    private int automatic;
    private boolean firstTime = true;

    OpenEpisode(
            LabelQueue.Line line,
            LabelDesk desk,
            LabelSession session,
            PlayerPane player,
            CameraChoice cameras,
            SessionClock clock,
            Runnable handedOver,
            Consumer<Saved> onDisk) {
        this.desk = desk;
        this.session = session;
        this.player = player;
        this.cameras = cameras;
        this.handedOver = handedOver;
        this.onDisk = onDisk;
        this.cameraNames =
                player.cameras().stream().map(camera -> camera.name()).toList();
        this.judging = new Judging(session.state(), this, watched, clock);
        player.showAside(false);
        player.showPlots(false);
        player.space().calm(true); // keys and the big camera come first
        this.pane =
                new AnnotatePane(line.words(), judging, player, this::typed, item -> act(() -> judging.select(item)));
        showSteps();
    }

    Judging judging() {
        return judging;
    }

    AnnotatePane pane() {
        return pane;
    }

    PlayerPane player() {
        return player;
    }

    LabelSession session() {
        return session;
    }

    @Override
    public void save(Function<LabelSession, Optional<Saved>> work) {
        var _ = desk.save(store -> {
                    Optional<Saved> saved = work.apply(session);
                    saved.ifPresent(onDisk);
                    return saved;
                })
                .whenComplete((saved, failure) -> Platform.runLater(() -> {
                    if (failure != null) {
                        judging.refused(String.valueOf(failure.getMessage()));
                    } else {
                        saved.ifPresent(this::saved);
                    }
                    pane.refresh();
                }));
    }

    private void saved(Saved saved) {
        judging.saved(saved);
        showSteps();
        if (saved.event().action() instanceof LabelAction.Committed) {
            handedOver.run();
            return;
        }
        if (saved.leaseLost()) {
            judging.refused("Someone else now holds this episode. Your %d answers are saved as reading %d."
                    .formatted(session.answersSaved(), saved.reading()));
        }
    }

    @Override
    public Viewing viewing(long spentMillis) {
        List<TaskVideo> videos = session.task().videos();
        int big = player.enlarged();
        String hash = big >= 0 && big < videos.size() ? videos.get(big).sha256() : "";
        return new Viewing(hash, player.player().tickNanos(), spentMillis);
    }

    private void typed(String text) {
        act(() -> judging.typed(text));
        pane.requestFocus();
    }

    /// Does what a key says and shows what follows.
    void act(Runnable key) {
        key.run();
        after();
    }

    private void after() {
        follow();
        pane.refresh();
    }

    /// The selected thing loops where it is seen best.
    private void follow() {
        ItemState item = judging.current();
        if (item == null || item.id().equals(shown)) {
            return;
        }
        rememberCamera();
        shown = item.id();
        shownItem = item;
        firstTime = false;
        if (!cameraNames.isEmpty()) {
            automatic = cameras.best(judging.state(), item, cameraNames);
            player.enlarge(automatic);
        }
        showSteps();
        loop(item);
    }

    private void rememberCamera() {
        ItemState before = shownItem;
        int big = player.enlarged();
        if (before != null && big >= 0 && big != automatic) {
            cameras.prefer(before, cameraNames.get(big));
        }
    }

    private void loop(ItemState item) {
        Optional<FrameRange> range = ItemWords.range(judging.state(), item);
        int rows = player.player().clip().rows();
        int from = range.map(frames -> (int) Math.min(frames.first(), rows - 1)).orElse(0);
        int to = range.map(frames -> (int) Math.min(frames.end(), rows)).orElse(rows);
        player.loopRows(from, Math.max(from + 1, to));
    }

    /// Both arms work at once: the steps of the arm that is judged, all of them otherwise.
    private void showSteps() {
        ItemState item = judging.current();
        Optional<StepState> selected =
                item == null ? Optional.empty() : judging.state().step(ItemWords.stepOf(item));
        List<TimelineTracks.Step> steps = judging.state().steps().stream()
                .filter(step -> step.range().isPresent())
                .filter(step -> selected.isEmpty()
                        || step.step().arm() == selected.get().step().arm())
                .map(OpenEpisode::onTimeline)
                .toList();
        if (!steps.equals(player.tracks().steps())) {
            player.steps(steps);
        }
    }

    private static TimelineTracks.Step onTimeline(StepState step) {
        FrameRange range = step.range().orElseThrow();
        return new TimelineTracks.Step(
                "%d  %s".formatted(step.step().number(), step.text()), (int) range.first(), (int) range.end());
    }

    /// On every pulse while it is on the screen.
    void pulse(long nowNanos) {
        player.pulse(nowNanos);
        List<PaneState> states = player.player().states();
        int big = Math.max(0, player.enlarged());
        if (big < states.size() && isSeen(states.get(big).badge())) {
            watched.show(player.player().row());
        }
        boolean ended = player.player().row() >= player.player().clip().rows() - 1;
        if (firstTime && ended) {
            act(() -> {});
        }
    }

    private static boolean isSeen(PaneBadge badge) {
        return badge instanceof PaneBadge.Exact || badge instanceof PaneBadge.Repeated;
    }

    /// Plays it once; the first thing loops afterwards.
    void begin() {
        ItemState item = judging.current();
        if (item != null && !cameraNames.isEmpty()) {
            automatic = cameras.best(judging.state(), item, cameraNames);
            player.enlarge(automatic);
        }
        player.player().seek(0);
        player.player().play();
    }

    /// {@return whether the big camera shows its exact picture}
    boolean isSeen() {
        List<PaneState> states = player.player().states();
        int big = Math.max(0, player.enlarged());
        return states.isEmpty()
                || (big < states.size() && isSeen(states.get(big).badge()));
    }

    /// What step edges snap to: where something begins or ends.
    List<Integer> marks() {
        return player.tracks().events();
    }

    @Override
    public void close() {
        player.close();
        var _ = desk.ask(store -> {
            session.close();
            return true;
        });
    }
}

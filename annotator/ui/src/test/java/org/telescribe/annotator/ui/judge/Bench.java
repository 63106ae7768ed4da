package org.telescribe.annotator.ui.judge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.telescribe.annotator.labels.draft.ScriptDraft;
import org.telescribe.annotator.labels.draft.ScriptFacts;
import org.telescribe.annotator.labels.draft.ScriptedMove;
import org.telescribe.annotator.labels.event.Viewing;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.EpisodeLink;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.model.TaskVideo;
import org.telescribe.annotator.labels.store.LabelSession;
import org.telescribe.annotator.labels.store.LabelStore;
import org.telescribe.annotator.labels.store.OpenedTask;
import org.telescribe.annotator.labels.store.Saved;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.time.SystemSessionClock;

/// A store on disk with one episode of the bench, open for judging; answers are saved at once.
public final class Bench implements AutoCloseable, Answers {
    static final int FRAMES = 300;

    final WatchLog watched = new WatchLog();
    public final Judging judging;
    private final LabelStore store;
    private final LabelSession session;
    private final List<Runnable> held = new ArrayList<>();
    private boolean holds;
    int saves;

    public Bench(Path file) {
        SystemSessionClock clock = new SystemSessionClock();
        store = LabelStore.open(file, clock);
        store.add("bench", List.of(draft()));
        OpenedTask opened = store.open(draft().id(), "Mara");
        session = ((OpenedTask.Opened) opened).session();
        judging = new Judging(session.state(), this, watched, clock);
    }

    static AnnotationTask draft() {
        return ScriptDraft.of(new ScriptFacts(
                "bench-demo",
                new EpisodeLink("/data/bench-demo", 0, "3ca72ed8-93ce-4bd4-bc71-1303c10e4f00"),
                List.of(new TaskVideo("head", "head.mp4", "00ff")),
                30,
                FRAMES,
                "Put the red block into the bowl with the left arm",
                List.of(new ScriptedMove(
                        ArmSide.LEFT,
                        "red",
                        "on the left side of the table",
                        "in the bowl",
                        "forward right",
                        new FrameRange(0, 100),
                        new FrameRange(100, 200),
                        new FrameRange(200, FRAMES))),
                List.of("red", "green", "blue"),
                List.of("in the bowl", "on the pad")));
    }

    public void watchAll() {
        for (int frame = 0; frame < FRAMES; frame++) {
            watched.show(frame);
        }
    }

    @Override
    public void save(Function<LabelSession, Optional<Saved>> work) {
        saves++;
        Runnable save = () -> work.apply(session).ifPresent(judging::saved);
        if (holds) {
            held.add(save);
        } else {
            save.run();
        }
    }

    /// The disk is slow from now on.
    public void hold() {
        holds = true;
    }

    public void letGo() {
        holds = false;
        held.forEach(Runnable::run);
        held.clear();
    }

    @Override
    public Viewing viewing(long spentMillis) {
        return new Viewing("00ff", 0, spentMillis);
    }

    @Override
    public void close() {
        session.close();
        store.close();
    }
}

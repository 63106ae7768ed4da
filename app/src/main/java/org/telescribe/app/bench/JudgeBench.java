package org.telescribe.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.telescribe.annotator.labels.crash.AnswerTruth;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.TaskId;
import org.telescribe.annotator.labels.store.LabelStore;
import org.telescribe.app.annotate.Drafts;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.console.CommonOptions;
import org.telescribe.app.review.EpisodeAddress;
import org.telescribe.app.review.EpisodeOpening;
import org.telescribe.app.review.SpaceScenes;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.window.JudgeBenchWindow;
import org.telescribe.app.window.ViewBenchWindow;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SystemSessionClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Timing of judging, and its promise.
@Command(
        name = "judge",
        description = "Judges a queue by keys in the window and measures answers and the way to the next episode; then "
                + "kills processes that answer and counts what is lost.")
public final class JudgeBench implements Callable<Integer> {
    private static final int HEAP_MEBIBYTES = 64;
    private static final int MOST_KEYS = 12;
    private static final long MOST_WAIT_NANOS = 10_000_000L;
    private static final long SEED = 3;

    private final AppFolders folders;
    private final SystemSessionClock clock = new SystemSessionClock();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--episodes", paramLabel = "N", description = "Episodes that are judged. Default: 20.")
    private int episodes = 20;

    @Option(names = "--kills", paramLabel = "N", description = "Processes that are killed. Default: 200.")
    private int kills = 200;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the dataset and the labels.")
    private @Nullable Path out;

    /// The command.
    ///
    /// @param folders where the program keeps its things
    public JudgeBench(AppFolders folders) {
        this.folders = folders;
    }

    @Override
    public Integer call() throws CommandFailed {
        Path folder = out == null ? folders.cache().resolve("bench-" + clock.wallMillis()) : out;
        RecordBench.makeFolder(folder);
        BenchResult result = new BenchResult("judge");
        Path dataset = folder.resolve("set");
        common.say("Writing an episode ...");
        new LookSet(clock).write(dataset);
        AnnotationTask draft = draft(dataset);
        Path labels = folder.resolve("labels.db");
        fill(labels, draft, episodes);
        common.say("Judging %d episodes ...".formatted(episodes));
        try (JudgeBenchWindow window = JudgeBenchWindow.open(clock, folders, labels)) {
            JudgeRun run = new JudgeRun(window, clock, episodes);
            window.run(run::look);
            run.put(result);
        }
        common.say("Killing %d processes that answer ...".formatted(kills));
        try {
            kill(folder, draft, result);
        } catch (IOException refused) {
            throw new CommandFailed("The benchmark cannot go on: %s.".formatted(refused.getMessage()), refused);
        }
        result.metrics().forEach((name, value) -> common.say("%-28s %s".formatted(name, value)));
        common.result(result.line());
        return 0;
    }

    private AnnotationTask draft(Path dataset) throws CommandFailed {
        try (SpaceScenes scenes = ViewBenchWindow.scenes(clock)) {
            EpisodeAddress address = new EpisodeAddress(dataset.toAbsolutePath().normalize(), 0);
            return Drafts.of(EpisodeOpening.load(address, scenes).clip());
        }
    }

    private void fill(Path file, AnnotationTask draft, int count) {
        List<AnnotationTask> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tasks.add(named(draft, "episode-%d".formatted(i)));
        }
        try (LabelStore store = LabelStore.open(file, clock)) {
            store.add("bench", tasks);
        }
    }

    private static AnnotationTask named(AnnotationTask draft, String name) {
        return new AnnotationTask(
                new TaskId(name),
                draft.dataset(),
                draft.robotType(),
                draft.link(),
                draft.videos(),
                draft.framesPerSecond(),
                draft.frames(),
                draft.instructionRaw(),
                draft.instructionRefined(),
                draft.steps(),
                draft.factsDrafted(),
                draft.facts(),
                draft.questions(),
                draft.sources());
    }

    private void kill(Path folder, AnnotationTask draft, BenchResult result) throws IOException {
        Path file = folder.resolve("killed.db");
        fill(file, draft, 1);
        Random random = new Random(SEED);
        AnswerTruth truth = new AnswerTruth();
        int key = 0;
        int lost = 0;
        for (int kill = 0; kill < kills; kill++) {
            int count = 1 + random.nextInt(MOST_KEYS);
            answerUntilKilled(folder, file, key, count, random.nextLong(MOST_WAIT_NANOS), truth);
            key += count;
            try (LabelStore store = LabelStore.open(file, clock)) {
                lost = Math.max(lost, truth.lost(store));
            }
        }
        result.put("kills", kills);
        result.put("answers_promised", truth.promised());
        result.put("answers_lost", lost);
    }

    private void answerUntilKilled(Path folder, Path file, int firstKey, int keys, long waitNanos, AnswerTruth truth)
            throws IOException {
        List<String> arguments = List.of("bench", "answering", file.toString(), "episode-0");
        try (ChildProgram child = ChildProgram.start(HEAP_MEBIBYTES, folder.resolve("answering.log"), arguments)) {
            if (!"ready".equals(child.readLine())) {
                throw new IOException("the answering process did not start; see answering.log");
            }
            for (int i = 0; i < keys; i++) {
                child.say(Integer.toString(firstKey + i));
                if (i < keys - 1) {
                    truth.hear(String.valueOf(child.readLine()));
                }
            }
            new ParkingWait(clock).waitUntil(clock.nanoTime() + waitNanos);
            child.kill();
            String line = child.readLine();
            while (line != null) {
                truth.hear(line);
                line = child.readLine();
            }
        }
    }
}

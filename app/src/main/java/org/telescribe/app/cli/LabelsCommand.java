package org.telescribe.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.telescribe.annotator.labels.exchange.DraftReader;
import org.telescribe.annotator.labels.exchange.ExportReport;
import org.telescribe.annotator.labels.exchange.ExportScope;
import org.telescribe.annotator.labels.exchange.QueueExport;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.LabelsException;
import org.telescribe.annotator.labels.state.TaskState;
import org.telescribe.annotator.labels.store.AddedTasks;
import org.telescribe.annotator.labels.store.LabelStore;
import org.telescribe.annotator.labels.store.TaskReading;
import org.telescribe.annotator.labels.store.TaskSummary;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.console.CommonOptions;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.devices.core.time.SystemSessionClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Facts and questions, and what people said about them.
@Command(name = "labels", description = "Facts and questions to judge, and what people said about them.")
final class LabelsCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        throw common.usage("telescribe labels needs a command: list, import or export");
    }

    /// A part of it: does something with the store and gives what is printed as JSON.
    abstract static class OnStore implements Callable<Integer> {
        private final AppFolders folders;

        @Mixin
        CommonOptions common = new CommonOptions();

        @Option(names = "--store", paramLabel = "FILE", description = "File of the labels. Default: the user's own.")
        private @Nullable Path store;

        OnStore(AppFolders folders) {
            this.folders = folders;
        }

        abstract Map<String, Object> with(LabelStore labels);

        @Override
        public final Integer call() throws CommandFailed {
            Path file = store == null ? folders.labels() : store;
            try (LabelStore open = LabelStore.open(file, new SystemSessionClock())) {
                common.result(with(open));
                return 0;
            } catch (LabelsException refused) {
                throw new CommandFailed(refused.sentence(), refused);
            }
        }
    }

    /// What is in the store.
    @Command(name = "list", description = "Says how far each queue is.")
    static final class Listing extends OnStore {
        @Option(names = "--queue", paramLabel = "NAME", description = "Only this queue.")
        private @Nullable String queue;

        Listing(AppFolders folders) {
            super(folders);
        }

        @Override
        Map<String, Object> with(LabelStore labels) {
            int queues = 0;
            Counts all = new Counts();
            for (String name : labels.queues()) {
                if (queue != null && !queue.equals(name)) {
                    continue;
                }
                queues++;
                List<TaskSummary> tasks = labels.tasks(name);
                Counts counts = new Counts();
                tasks.forEach(task -> labels.readings(task.id()).forEach(counts::add));
                all.add(counts);
                common.say("%-24s %d episodes, %d facts and %d questions judged, %d handed over"
                        .formatted(name, tasks.size(), counts.facts, counts.questions, counts.handedOver));
            }
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("queues", queues);
            values.put("facts_judged", all.facts);
            values.put("questions_answered", all.questions);
            values.put("handed_over", all.handedOver);
            return values;
        }
    }

    /// What was judged in readings.
    private static final class Counts {
        private int facts;
        private int questions;
        private int handedOver;

        private void add(TaskReading reading) {
            TaskState state = reading.state();
            facts += (int) state.facts().stream().filter(item -> !item.isOpen()).count();
            questions += (int)
                    state.questions().stream().filter(item -> !item.isOpen()).count();
            handedOver += state.commit().isPresent() ? 1 : 0;
        }

        private void add(Counts other) {
            facts += other.facts;
            questions += other.questions;
            handedOver += other.handedOver;
        }
    }

    /// Takes drafts in.
    @Command(
            name = "import",
            description =
                    "Takes drafts into a queue: FineVLA annotations (JSONL), RoboFine-Bench files, or a folder of them.")
    static final class Importing extends OnStore {
        @Parameters(paramLabel = "SOURCE", description = "File or folder.")
        private Path source = Path.of("");

        @Option(names = "--queue", paramLabel = "NAME", description = "Queue. Default: the source's name.")
        private @Nullable String queue;

        Importing(AppFolders folders) {
            super(folders);
        }

        @Override
        Map<String, Object> with(LabelStore labels) {
            List<AnnotationTask> drafts = DraftReader.read(source);
            String name = queue == null
                    ? String.valueOf(source.toAbsolutePath().normalize().getFileName())
                    : queue;
            AddedTasks added = labels.add(name, drafts);
            common.say("%d episodes are new in queue \"%s\", %d were there already."
                    .formatted(added.added(), name, added.alreadyThere()));
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("queue", name);
            values.put("added", added.added());
            values.put("already_there", added.alreadyThere());
            return values;
        }
    }

    /// Writes verdicts out.
    @Command(
            name = "export",
            description = "Writes a queue's verdicts: the files it came from, corrected, and every event beside them.")
    static final class Exporting extends OnStore {
        @Parameters(paramLabel = "QUEUE", description = "Name of the queue.")
        private String queue = "";

        @Option(
                names = "--out",
                required = true,
                paramLabel = "DIR",
                description = "Folder; files of the same names are replaced.")
        private Path out = Path.of("");

        @Option(names = "--all", description = "Also what nobody has judged, as the draft has it.")
        private boolean all;

        Exporting(AppFolders folders) {
            super(folders);
        }

        @Override
        Map<String, Object> with(LabelStore labels) {
            ExportReport report =
                    QueueExport.write(labels, queue, out, all ? ExportScope.WITH_OPEN : ExportScope.JUDGED);
            common.say("%d episodes: %d facts, %d answers, %d verdicts, %d events. %s"
                    .formatted(
                            report.episodes(),
                            report.facts(),
                            report.questions(),
                            report.verdicts(),
                            report.events(),
                            out.toAbsolutePath()));
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("episodes", report.episodes());
            values.put("facts", report.facts());
            values.put("questions", report.questions());
            values.put("verdicts", report.verdicts());
            values.put("events", report.events());
            values.put("out", out.toAbsolutePath().toString());
            return values;
        }
    }
}

package org.telescribe.annotator.labels.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.telescribe.annotator.labels.json.ExactJson;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.SourceFormat;
import org.telescribe.annotator.labels.model.TaskVideo;
import org.telescribe.annotator.labels.state.ItemState.StepState;
import org.telescribe.annotator.labels.state.TaskState;

/// The samples of FineVLA's project page: a raw instruction, and the steps that people wrote.
public final class RecapFile {
    private static final String SAMPLES = "samples";
    private static final String STEPS = "human_review";
    private static final String WORDS = "human_review_word_count";
    private static final String RATIO = "word_count_ratio";

    private RecapFile() {}

    /// {@return the drafts of a file; all of them or, by an exception with file, line and reason, none}
    ///
    /// @param file a JSON file with a list `samples`; clips lie beside it as `videos/SAMPLE.mp4`
    public static List<AnnotationTask> read(Path file) {
        RecordFile.Enveloped content = RecordFile.within(file, SAMPLES);
        RecordFile.checkUnique(content.records());
        String envelope = ExactJson.line(content.envelope());
        List<AnnotationTask> tasks = new ArrayList<>();
        for (JsonRecord record : content.records()) {
            tasks.add(Sources.task(
                    record,
                    videos(record),
                    "",
                    StepRecords.read(record, STEPS),
                    false,
                    List.of(),
                    List.of(),
                    List.of(Sources.of(SourceFormat.FINEVLA_RECAP, record, envelope))));
        }
        return tasks;
    }

    private static List<TaskVideo> videos(JsonRecord record) {
        String name = "videos/" + record.needed("sample_id") + ".mp4";
        return Files.isRegularFile(record.file().resolveSibling(name))
                ? List.of(new TaskVideo("video", name, ""))
                : List.of();
    }

    /// Writes episodes as they stand.
    ///
    /// @param file the file, replaced whole
    /// @param states the episodes
    public static void write(Path file, List<TaskState> states) {
        Optional<String> around = states.stream()
                .flatMap(state -> state.task().source(SourceFormat.FINEVLA_RECAP).stream())
                .map(source -> source.envelope())
                .findFirst();
        ObjectNode root = ExactJson.mapper().createObjectNode();
        root.putArray(SAMPLES);
        around.map(ExactJson::tree)
                .ifPresent(
                        envelope -> envelope.properties().forEach(field -> root.set(field.getKey(), field.getValue())));
        ArrayNode samples = root.withArray(SAMPLES);
        states.forEach(state -> samples.add(record(state)));
        WholeFile.write(file, pretty(root) + "\n");
    }

    static String pretty(JsonNode root) {
        try {
            return ExactJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException("a tree of texts and numbers can be written", never);
        }
    }

    private static ObjectNode record(TaskState state) {
        ObjectNode record = Sources.record(state.task(), SourceFormat.FINEVLA_RECAP);
        if (record.isEmpty()) {
            record.put("sample_id", state.task().id().value());
            record.put("dataset", state.task().dataset());
            record.put("robot_type", state.task().robotType());
            record.put("instruction_raw", state.task().instructionRaw());
            record.putArray(STEPS);
        }
        List<StepState> standing = StepRecords.standing(state);
        List<String> sentences = standing.stream().map(StepState::text).toList();
        ArrayNode before = record.withArray(STEPS);
        List<String> were = new ArrayList<>();
        before.forEach(one -> were.add(one.asText()));
        if (!were.equals(sentences)) {
            ArrayNode texts = record.putArray(STEPS);
            sentences.forEach(texts::add);
            count(record, state.task().instructionRaw(), sentences);
        }
        return record;
    }

    private static void count(ObjectNode record, String raw, List<String> sentences) {
        int words = sentences.stream().mapToInt(RecapFile::words).sum();
        int rawWords = words(raw);
        record.put(WORDS, words);
        if (rawWords > 0) {
            BigDecimal ratio = BigDecimal.valueOf(words).divide(BigDecimal.valueOf(rawWords), 1, RoundingMode.HALF_UP);
            record.put(RATIO, ratio);
        }
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}

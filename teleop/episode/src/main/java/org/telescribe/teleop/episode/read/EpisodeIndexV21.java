package org.telescribe.teleop.episode.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.telescribe.teleop.episode.lerobot.PythonJson;

/// v2.1: episodes in a text file of JSON lines, one parquet file and one video a camera for each.
record EpisodeIndexV21(List<EpisodeEntry> episodes, List<String> tasks, List<String> missingMetadata)
        implements EpisodeIndex {
    private static final int EPISODES_PER_CHUNK = 1_000;

    static EpisodeIndexV21 read(DatasetView view, JsonNode info, List<FeatureInfo> features) throws IOException {
        List<String> missing = new ArrayList<>();
        List<String> tasks = new ArrayList<>();
        for (JsonNode line : lines(view, "meta/tasks.jsonl", missing)) {
            tasks.add(line.path("task").asText());
        }
        int perChunk = Math.max(1, info.path("chunks_size").asInt(EPISODES_PER_CHUNK));
        double framesPerSecond = info.path("fps").asDouble(1);
        List<EpisodeEntry> episodes = new ArrayList<>();
        long from = 0;
        for (JsonNode line : lines(view, "meta/episodes.jsonl", missing)) {
            int index = line.path("episode_index").asInt();
            long length = line.path("length").asLong();
            List<String> texts = new ArrayList<>();
            line.path("tasks").forEach(task -> texts.add(task.asText()));
            String chunk = "chunk-%03d".formatted(index / perChunk);
            Map<String, EpisodeEntry.VideoSpan> videos = new LinkedHashMap<>();
            for (FeatureInfo feature : features) {
                if (feature.isVideo()) {
                    String file = "videos/%s/%s/episode_%06d.mp4".formatted(chunk, feature.name(), index);
                    videos.put(feature.name(), new EpisodeEntry.VideoSpan(file, 0, length / framesPerSecond));
                }
            }
            String data = "data/%s/episode_%06d.parquet".formatted(chunk, index);
            episodes.add(new EpisodeEntry(index, length, texts, data, from, videos));
            from += length;
        }
        return new EpisodeIndexV21(episodes, tasks, missing);
    }

    private static List<JsonNode> lines(DatasetView view, String name, List<String> missing) throws IOException {
        Path file = view.find(name);
        if (file == null) {
            missing.add(name);
            return List.of();
        }
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                nodes.add(PythonJson.parse(line.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return nodes;
    }
}

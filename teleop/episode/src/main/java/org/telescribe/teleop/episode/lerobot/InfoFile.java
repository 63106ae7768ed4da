package org.telescribe.teleop.episode.lerobot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.EpisodeSchema;
import org.telescribe.teleop.episode.model.FeatureSpec;
import org.telescribe.teleop.episode.model.VideoSettings;

/// `meta/info.json`. Keys that this program does not know stay as they are. Not changed once built.
public final class InfoFile {
    /// The version of the format that this program writes.
    public static final String CODEBASE_VERSION = "v3.0";

    private static final int DATA_FILE_MEGABYTES = 100;
    private static final int VIDEO_FILE_MEGABYTES = 200;

    private final ObjectNode root;

    private InfoFile(ObjectNode root) {
        this.root = root;
    }

    /// {@return the file of a dataset without episodes}
    ///
    /// @param schema what its rows have
    public static InfoFile of(EpisodeSchema schema) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("codebase_version", CODEBASE_VERSION);
        root.put("fps", schema.framesPerSecond());
        root.set("features", features(schema));
        root.put("total_episodes", 0);
        root.put("total_frames", 0L);
        root.put("total_tasks", 0);
        root.put("chunks_size", FilePosition.FILES_PER_CHUNK);
        root.put("data_files_size_in_mb", DATA_FILE_MEGABYTES);
        root.put("video_files_size_in_mb", VIDEO_FILE_MEGABYTES);
        root.put("data_path", "data/chunk-{chunk_index:03d}/file-{file_index:03d}.parquet");
        if (schema.cameras().isEmpty()) {
            root.putNull("video_path");
        } else {
            root.put("video_path", "videos/{video_key}/chunk-{chunk_index:03d}/file-{file_index:03d}.mp4");
        }
        root.put("robot_type", schema.robotType());
        root.putObject("splits");
        return new InfoFile(root);
    }

    /// {@return the file of such bytes}
    ///
    /// @param bytes the file
    /// @throws JsonProcessingException when it cannot be understood
    public static InfoFile parse(byte[] bytes) throws JsonProcessingException {
        JsonNode root = PythonJson.parse(bytes);
        return new InfoFile(root instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode());
    }

    private static ObjectNode features(EpisodeSchema schema) {
        ObjectNode features = JsonNodeFactory.instance.objectNode();
        schema.dataColumns().forEach(column -> features.set(column.name(), column(column)));
        schema.cameras()
                .forEach(camera ->
                        features.set(camera.videoKey(), video(camera, schema.video(), schema.framesPerSecond())));
        for (String name : EpisodeSchema.STANDARD_COLUMNS) {
            features.set(name, scalar(name.equals("timestamp") ? "float32" : "int64"));
        }
        return features;
    }

    private static ObjectNode column(FeatureSpec spec) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("dtype", spec.type().dtype());
        node.putArray("shape").add(spec.size());
        if (spec.channelNames().isEmpty()) {
            node.putNull("names");
        } else {
            ArrayNode names = node.putArray("names");
            spec.channelNames().forEach(names::add);
        }
        return node;
    }

    private static ObjectNode scalar(String dtype) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("dtype", dtype);
        node.putArray("shape").add(1);
        node.putNull("names");
        return node;
    }

    private static ObjectNode video(CameraFeature camera, VideoSettings settings, int framesPerSecond) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("dtype", "video");
        node.putArray("shape").add(camera.height()).add(camera.width()).add(3);
        node.putArray("names").add("height").add("width").add("channels");
        ObjectNode info = node.putObject("info");
        info.put("video.height", camera.height());
        info.put("video.width", camera.width());
        info.put("video.codec", settings.codec().codecName());
        info.put("video.pix_fmt", settings.codec().pixelFormatName());
        info.put("video.fps", framesPerSecond);
        info.put("video.channels", 3);
        info.put("has_audio", false);
        info.put("video.g", settings.keyframeInterval());
        info.put("video.crf", settings.quality());
        info.put("video.preset", settings.preset());
        info.put("video.fast_decode", 0);
        info.put("video.video_backend", "pyav");
        info.putObject("video.extra_options");
        info.put("is_depth_map", false);
        return node;
    }

    /// {@return the file with other totals}
    ///
    /// @param episodes number of episodes
    /// @param frames number of rows
    /// @param tasks number of tasks
    public InfoFile withTotals(int episodes, long frames, int tasks) {
        ObjectNode copy = root.deepCopy();
        copy.put("total_episodes", episodes);
        copy.put("total_frames", frames);
        copy.put("total_tasks", tasks);
        copy.putObject("splits").put("train", "0:" + episodes);
        return new InfoFile(copy);
    }

    /// {@return the bytes of the file}
    public byte[] toBytes() {
        return PythonJson.format(root);
    }

    /// {@return the whole content, a copy}
    public ObjectNode json() {
        return root.deepCopy();
    }

    /// {@return the version of the format, empty when it is missing}
    public String codebaseVersion() {
        return root.path("codebase_version").asText("");
    }

    /// {@return pictures and rows per second; 0 when it is missing}
    public double framesPerSecond() {
        return root.path("fps").asDouble(0);
    }

    /// {@return number of episodes}
    public int totalEpisodes() {
        return root.path("total_episodes").asInt(0);
    }

    /// {@return number of rows}
    public long totalFrames() {
        return root.path("total_frames").asLong(0);
    }

    /// {@return number of tasks}
    public int totalTasks() {
        return root.path("total_tasks").asInt(0);
    }

    /// {@return how this file differs from what a schema asks for, in sentences; empty when episodes of
    /// that schema fit in}
    ///
    /// @param schema what is to be recorded
    public List<String> differencesTo(EpisodeSchema schema) {
        List<String> differences = new ArrayList<>();
        if (framesPerSecond() != schema.framesPerSecond()) {
            differences.add("it has %s frames per second, the recording %d"
                    .formatted(plain(framesPerSecond()), schema.framesPerSecond()));
        }
        String robot = root.path("robot_type").asText("");
        if (!robot.equals(schema.robotType())) {
            differences.add("its robot is \"%s\", the recording's \"%s\"".formatted(robot, schema.robotType()));
        }
        ObjectNode wanted = features(schema);
        JsonNode present = root.path("features");
        Set<String> names = new LinkedHashSet<>();
        present.fieldNames().forEachRemaining(names::add);
        wanted.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            difference(name, present.get(name), wanted.get(name), differences);
        }
        return differences;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static void difference(
            String name, @Nullable JsonNode present, @Nullable JsonNode wanted, List<String> differences) {
        if (present == null) {
            differences.add("it has no feature %s, the recording has".formatted(name));
        } else if (wanted == null) {
            differences.add("it has feature %s, the recording has not".formatted(name));
        } else {
            for (String key : List.of("dtype", "shape", "names")) {
                if (!Objects.equals(present.get(key), wanted.get(key))) {
                    differences.add("%s of feature %s is %s, in the recording %s"
                            .formatted(key, name, present.get(key), wanted.get(key)));
                }
            }
            for (String key : List.of("video.codec", "video.pix_fmt")) {
                String there = present.path("info").path(key).asText("");
                String here = wanted.path("info").path(key).asText("");
                if (!there.equals(here)) {
                    differences.add("%s of feature %s is %s, in the recording %s".formatted(key, name, there, here));
                }
            }
        }
    }
}

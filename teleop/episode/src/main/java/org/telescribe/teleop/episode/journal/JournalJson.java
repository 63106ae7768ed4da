package org.telescribe.teleop.episode.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.telescribe.teleop.episode.model.ArmSource;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.EpisodeEnd;
import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.EpisodeSchema;
import org.telescribe.teleop.episode.model.EpisodeStart;
import org.telescribe.teleop.episode.model.FeatureSpec;
import org.telescribe.teleop.episode.model.FeatureType;
import org.telescribe.teleop.episode.model.VideoCodec;
import org.telescribe.teleop.episode.model.VideoSettings;

/// The JSON records of a journal, as docs/formats/journal-v2.md spells them.
final class JournalJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JournalJson() {}

    static String header(EpisodeSchema schema, EpisodeStart start) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schema_version", EpisodeSchema.VERSION);
        root.put("fps", schema.framesPerSecond());
        root.put("robot_type", schema.robotType());
        ArrayNode features = root.putArray("features");
        for (FeatureSpec feature : schema.rowFeatures()) {
            ObjectNode node = features.addObject();
            node.put("name", feature.name())
                    .put("dtype", feature.type().dtype())
                    .put("size", feature.size());
            ArrayNode channels = node.putArray("channels");
            feature.channelNames().forEach(channels::add);
        }
        ArrayNode cameras = root.putArray("cameras");
        for (CameraFeature camera : schema.cameras()) {
            cameras.addObject()
                    .put("name", camera.name())
                    .put("width", camera.width())
                    .put("height", camera.height());
        }
        VideoSettings video = schema.video();
        root.putObject("video")
                .put("encoder", video.codec().encoderName())
                .put("keyframe_interval", video.keyframeInterval())
                .put("quality", video.quality())
                .put("preset", video.preset());
        root.putObject("episode")
                .put("uuid", start.id().toString())
                .put("task", start.task())
                .put("operator", start.operator())
                .put("station", start.station())
                .put("software_version", start.softwareVersion())
                .put("calibration_hash", start.calibrationHash())
                .put("arm_source", start.armSource().name().toLowerCase(Locale.ROOT))
                .put("start_nanos", start.startNanos())
                .put("wall_start_ms", start.wallMillis());
        return root.toString();
    }

    static String end(EpisodeEnd end) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("end_nanos", end.endNanos());
        ObjectNode counters = root.putObject("counters");
        end.counters().forEach(counters::put);
        return root.toString();
    }

    static JsonNode parse(byte[] json) throws JsonProcessingException {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException broken) {
            throw broken;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static EpisodeSchema schema(JsonNode root) {
        List<FeatureSpec> features = new ArrayList<>();
        for (JsonNode node : root.path("features")) {
            List<String> channels = new ArrayList<>();
            node.path("channels").forEach(channel -> channels.add(channel.asText()));
            features.add(new FeatureSpec(
                    node.path("name").asText(),
                    type(node.path("dtype").asText()),
                    node.path("size").asInt(),
                    channels));
        }
        List<CameraFeature> cameras = new ArrayList<>();
        for (JsonNode node : root.path("cameras")) {
            cameras.add(new CameraFeature(
                    node.path("name").asText(),
                    node.path("width").asInt(),
                    node.path("height").asInt()));
        }
        JsonNode video = root.path("video");
        return new EpisodeSchema(
                root.path("fps").asInt(),
                root.path("robot_type").asText(),
                features,
                cameras,
                new VideoSettings(
                        codec(video.path("encoder").asText()),
                        video.path("keyframe_interval").asInt(),
                        video.path("quality").asInt(),
                        video.path("preset").asInt()));
    }

    static EpisodeStart start(JsonNode root) {
        JsonNode episode = root.path("episode");
        return new EpisodeStart(
                EpisodeId.parse(episode.path("uuid").asText()),
                episode.path("task").asText(),
                episode.path("operator").asText(),
                episode.path("station").asText(),
                episode.path("software_version").asText(),
                episode.path("calibration_hash").asText(),
                ArmSource.valueOf(episode.path("arm_source").asText().toUpperCase(Locale.ROOT)),
                episode.path("start_nanos").asLong(),
                episode.path("wall_start_ms").asLong());
    }

    static EpisodeEnd end(JsonNode root) {
        Map<String, Long> counters = new TreeMap<>();
        root.path("counters")
                .properties()
                .forEach(entry -> counters.put(entry.getKey(), entry.getValue().asLong()));
        return new EpisodeEnd(root.path("end_nanos").asLong(), counters);
    }

    private static FeatureType type(String dtype) {
        for (FeatureType type : FeatureType.values()) {
            if (type.dtype().equals(dtype)) {
                return type;
            }
        }
        throw new IllegalArgumentException("the journal has a feature of unknown type %s".formatted(dtype));
    }

    private static VideoCodec codec(String encoderName) {
        for (VideoCodec codec : VideoCodec.values()) {
            if (codec.encoderName().equals(encoderName)) {
                return codec;
            }
        }
        throw new IllegalArgumentException("the journal has an unknown video encoder %s".formatted(encoderName));
    }
}

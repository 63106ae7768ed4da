package org.telescribe.teleop.episode.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.model.ArmSource;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.setup.StationSetup.ArmSetup;
import org.telescribe.teleop.episode.setup.StationSetup.CameraSetup;

/// Set-ups as files, `meta/setups/NAME.json` (docs/formats/setup-v1.md).
public final class StationSetupFile {
    private static final String FOLDER = "meta/setups";
    private static final int VERSION = 1;
    private static final int NAME_LENGTH = 16;
    private static final int POSE_NUMBERS = 12;
    private static final ObjectMapper JSON = new ObjectMapper();

    private StationSetupFile() {}

    /// {@return the name of a set-up: the first 16 hexadecimal digits of the SHA-256 of its file}
    ///
    /// @param setup the set-up
    public static String nameOf(StationSetup setup) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text(setup).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, NAME_LENGTH);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java platform has SHA-256", never);
        }
    }

    /// Writes a set-up unless it is there.
    ///
    /// @param dataset the dataset's directory
    /// @param setup the set-up
    /// @param files how to write
    /// @return its name
    public static String write(Path dataset, StationSetup setup, DurableFiles files) {
        String name = nameOf(setup);
        Path folder = dataset.resolve(FOLDER);
        Path file = folder.resolve(name + ".json");
        try {
            if (!files.exists(file)) {
                files.makeDirectories(folder);
                Path part = folder.resolve(name + ".json.part");
                if (files.exists(part)) {
                    files.delete(part);
                }
                files.write(part, text(setup).getBytes(StandardCharsets.UTF_8));
                files.rename(part, file);
                files.forceDirectory(folder);
                files.forceDirectory(dataset.resolve("meta"));
            }
        } catch (IOException refused) {
            throw new DatasetException(
                    "%s cannot be written: %s. Nothing was recorded. Check the disk and its permissions."
                            .formatted(file, refused.getMessage()),
                    refused);
        }
        return name;
    }

    /// Reads a set-up.
    ///
    /// @param dataset the dataset's directory
    /// @param name its name
    /// @return the set-up; empty when the dataset has none of this name
    public static Optional<StationSetup> read(Path dataset, String name) {
        Path file = dataset.resolve(FOLDER).resolve(name + ".json");
        if (name.isEmpty() || !name.matches("[0-9a-f]+") || !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(JSON.readTree(Files.readString(file)), file));
        } catch (IOException unreadable) {
            throw new DatasetException(
                    "%s cannot be read: %s. The episode can be watched without it; restore the file from a copy."
                            .formatted(file, unreadable.getMessage()),
                    unreadable);
        }
    }

    private static String text(StationSetup setup) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", "telescribe-setup");
        root.put("version", VERSION);
        root.put("arm_source", setup.armSource().name().toLowerCase(Locale.ROOT));
        ArrayNode arms = root.putArray("arms");
        for (ArmSetup arm : setup.arms()) {
            ObjectNode node = arms.addObject();
            node.put("name", arm.name());
            node.put("description", arm.description());
            put(node.putArray("world_from_base"), arm.worldFromBase());
            node.put("tool_link", arm.toolLink());
        }
        ArrayNode cameras = root.putArray("cameras");
        for (CameraSetup camera : setup.cameras()) {
            ObjectNode node = cameras.addObject();
            node.put("name", camera.name());
            node.put("width", camera.width());
            node.put("height", camera.height());
            node.put("fx", camera.focalXPixels());
            node.put("fy", camera.focalYPixels());
            node.put("cx", camera.centreXPixels());
            node.put("cy", camera.centreYPixels());
            ArrayNode distortion = node.putArray("distortion");
            camera.distortion().forEach(distortion::add);
            node.put("mount", camera.mount());
            put(node.putArray("mount_from_camera"), camera.mountFromCamera());
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException never) {
            throw new IllegalStateException("a tree of numbers and texts can be written", never);
        }
    }

    private static void put(ArrayNode array, Pose pose) {
        double[] numbers = {
            pose.r00(), pose.r01(), pose.r02(), pose.xMetres(),
            pose.r10(), pose.r11(), pose.r12(), pose.yMetres(),
            pose.r20(), pose.r21(), pose.r22(), pose.zMetres()
        };
        for (double number : numbers) {
            array.add(number);
        }
    }

    private static StationSetup parse(JsonNode root, Path file) {
        if (root.path("version").asInt() != VERSION) {
            throw new DatasetException(
                    "%s is of version %s; this program reads version %d. The dataset was not changed. Use a newer Telescribe."
                            .formatted(file, root.path("version").asText("none"), VERSION));
        }
        List<ArmSetup> arms = new ArrayList<>();
        for (JsonNode arm : root.path("arms")) {
            arms.add(new ArmSetup(
                    arm.path("name").asText(),
                    arm.path("description").asText(),
                    pose(arm.path("world_from_base"), file),
                    arm.path("tool_link").asText()));
        }
        List<CameraSetup> cameras = new ArrayList<>();
        for (JsonNode camera : root.path("cameras")) {
            List<Double> distortion = new ArrayList<>();
            camera.path("distortion").forEach(number -> distortion.add(number.asDouble()));
            cameras.add(new CameraSetup(
                    camera.path("name").asText(),
                    camera.path("width").asInt(),
                    camera.path("height").asInt(),
                    camera.path("fx").asDouble(),
                    camera.path("fy").asDouble(),
                    camera.path("cx").asDouble(),
                    camera.path("cy").asDouble(),
                    distortion,
                    camera.path("mount").asText(),
                    pose(camera.path("mount_from_camera"), file)));
        }
        ArmSource source = root.path("arm_source").asText().equals("real") ? ArmSource.REAL : ArmSource.EMULATED;
        return new StationSetup(source, arms, cameras);
    }

    private static Pose pose(JsonNode numbers, Path file) {
        if (numbers.size() != POSE_NUMBERS) {
            throw new DatasetException(
                    "%s: a pose has %d numbers, not the %d of a 3x4 matrix. Restore the file from a copy."
                            .formatted(file, numbers.size(), POSE_NUMBERS));
        }
        double[] n = new double[POSE_NUMBERS];
        for (int i = 0; i < POSE_NUMBERS; i++) {
            n[i] = numbers.get(i).asDouble();
        }
        return new Pose(n[0], n[1], n[2], n[4], n[5], n[6], n[8], n[9], n[10], n[3], n[7], n[11]);
    }
}

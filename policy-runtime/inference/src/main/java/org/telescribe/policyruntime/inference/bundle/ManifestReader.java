package org.telescribe.policyruntime.inference.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads `policy.yaml`. Everything that is wrong is found in one go, with its line.
public final class ManifestReader {
    private static final int VERSION = 1;

    private final List<ManifestProblem> problems = new ArrayList<>();

    private ManifestReader() {}

    /// Reads the manifest of a bundle.
    ///
    /// @param bundle folder of the bundle
    /// @return the manifest
    /// @throws IOException when the file cannot be read
    /// @throws ManifestRefusedException when it is not a manifest of this version
    public static PolicyManifest read(Path bundle) throws IOException, ManifestRefusedException {
        return parse(Files.readString(bundle.resolve(PolicyManifest.FILE_NAME)));
    }

    /// Reads the text of a manifest.
    ///
    /// @param yaml the text
    /// @return the manifest
    /// @throws ManifestRefusedException when it is not a manifest of this version
    public static PolicyManifest parse(String yaml) throws ManifestRefusedException {
        ManifestReader reader = new ManifestReader();
        PolicyManifest manifest = reader.manifest(reader.top(yaml));
        if (!reader.problems.isEmpty()) {
            throw new ManifestRefusedException(reader.problems);
        }
        return manifest;
    }

    private YamlPlace top(String yaml) throws ManifestRefusedException {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setLabel(PolicyManifest.FILE_NAME).build();
            Optional<Node> node = new Compose(settings).composeString(yaml);
            if (node.isPresent()) {
                return new YamlPlace(node.get(), 1, "", problems);
            }
        } catch (MarkedYamlEngineException bad) {
            int line = bad.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new ManifestRefusedException(
                    List.of(new ManifestProblem(line, "", "this is not YAML: " + bad.getProblem())));
        } catch (YamlEngineException bad) {
            throw new ManifestRefusedException(
                    List.of(new ManifestProblem(1, "", "this is not YAML: " + bad.getMessage())));
        }
        throw new ManifestRefusedException(List.of(new ManifestProblem(1, "", "the file is empty")));
    }

    private PolicyManifest manifest(YamlPlace top) throws ManifestRefusedException {
        format(top);
        String id = top.at("id").nonBlank();
        String revision = top.at("revision").nonBlank();
        String licence = top.at("licence").nonBlank();
        List<BundleFile> files = files(top.at("files"));
        String robotType = top.at("robot").nonBlank();
        double controlHz = top.at("control_hz").atLeast(0.1);
        List<StateChannel> state = ChannelReader.state(top.at("state"));
        List<ActionChannel> actions = ChannelReader.actions(top.at("actions"), state);
        List<GripperConvention> grippers = ChannelReader.grippers(top.maybe("grippers"), actions);
        List<CameraInput> cameras = CameraReader.cameras(top.maybe("cameras"));
        Optional<Language> language = language(top.at("language"));
        ChunkRule chunk = chunk(top.at("chunk"));
        YamlPlace graphPlace = top.at("graph");
        PolicyGraph graph = new GraphReader(state, actions.size(), cameras, language, chunk).read(graphPlace);
        List<StartRange> startPose = ChannelReader.startPose(top.maybe("start_pose"), state);
        YamlPlace goldenPlace = top.at("golden");
        GoldenSample golden = golden(goldenPlace, state.size(), cameras);
        ExecutionProvider provider = top.at("minimum_provider").oneOf(ExecutionProvider.values());
        top.nothingElse();

        Set<String> used = new LinkedHashSet<>();
        used.add(graph.file());
        used.add(golden.actionsFile());
        language.ifPresent(words -> used.add(words.vocabularyFile()));
        golden.pictures().forEach(picture -> used.add(picture.file()));
        checkListed(top, used, files);
        return new PolicyManifest(
                id, revision, licence, files, robotType, controlHz, state, actions, grippers, cameras, language, graph,
                chunk, startPose, golden, provider);
    }

    private void format(YamlPlace top) throws ManifestRefusedException {
        YamlPlace format = top.at("format");
        if (!format.absent() && !format.text().equals("telescribe-policy")) {
            format.problem("must be telescribe-policy");
        }
        YamlPlace version = top.at("version");
        if (!version.absent() && version.number() != VERSION) {
            version.problem("this program reads version %d".formatted(VERSION));
        }
        if (!problems.isEmpty()) {
            throw new ManifestRefusedException(problems); // nothing else can be judged in an unknown format
        }
    }

    private static List<BundleFile> files(YamlPlace place) {
        List<BundleFile> files = new ArrayList<>();
        for (String name : place.keys()) {
            YamlPlace hash = place.at(name);
            String sha256 = hash.text().toLowerCase(Locale.ROOT);
            if (!sha256.matches("[0-9a-f]{64}")) {
                hash.problem("must be a SHA-256: 64 hexadecimal digits");
            }
            if (name.startsWith("/")
                    || name.contains("\\")
                    || List.of(name.split("/")).contains("..")) {
                hash.problem("a file of the bundle lies inside its folder");
            }
            files.add(new BundleFile(name, sha256));
        }
        return files;
    }

    private static void checkListed(YamlPlace top, Set<String> used, List<BundleFile> files) {
        for (String name : used) {
            boolean listed = files.stream().anyMatch(file -> file.name().equals(name));
            if (!name.isEmpty() && !listed) {
                top.maybe("files").problem("\"%s\" is used but not listed with its SHA-256".formatted(name));
            }
        }
    }

    private static Optional<Language> language(YamlPlace place) {
        if (place.absent() || place.isText()) {
            if (!place.absent() && !place.text().equals("none")) {
                place.problem("must be none, or have the keys vocabulary and length");
            }
            return Optional.empty();
        }
        Language language = new Language(
                place.at("vocabulary").nonBlank(), place.at("length").integer(1, 4096));
        place.nothingElse();
        return Optional.of(language);
    }

    private static ChunkRule chunk(YamlPlace place) {
        int size = place.at("size").integer(1, 4096);
        YamlPlace executedPlace = place.at("executed");
        int executed = executedPlace.integer(1, 4096);
        if (executed > size) {
            executedPlace.problem("%d actions cannot be carried out of a chunk of %d".formatted(executed, size));
        }
        place.nothingElse();
        return new ChunkRule(size, executed);
    }

    private static GoldenSample golden(YamlPlace place, int stateSize, List<CameraInput> cameras) {
        List<GoldenPicture> pictures = new ArrayList<>();
        YamlPlace list = place.maybe("pictures");
        for (YamlPlace item : list.items()) {
            pictures.add(new GoldenPicture(
                    item.at("role").nonBlank(),
                    item.at("file").nonBlank(),
                    item.at("width").integer(1, 8192),
                    item.at("height").integer(1, 8192)));
            item.nothingElse();
        }
        List<String> shown = pictures.stream().map(GoldenPicture::role).sorted().toList();
        List<String> wanted = cameras.stream().map(CameraInput::role).sorted().toList();
        if (!place.absent() && !shown.equals(wanted)) {
            place.problem("has pictures of %s; the cameras are %s".formatted(shown, wanted));
        }
        YamlPlace statePlace = place.at("state");
        List<Double> state = statePlace.items().stream().map(YamlPlace::number).toList();
        if (!statePlace.absent() && state.size() != stateSize) {
            statePlace.problem("has %d numbers; there are %d state channels".formatted(state.size(), stateSize));
        }
        YamlPlace instruction = place.maybe("instruction");
        String text = instruction.absent() ? "" : instruction.text();
        String actionsFile = place.at("actions").nonBlank();
        double tolerance = place.at("tolerance").atLeast(0);
        place.nothingElse();
        return new GoldenSample(pictures, state, text, actionsFile, tolerance);
    }
}

package org.telescribe.policyruntime.inference.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.telescribe.policyruntime.inference.bundle.CameraInput;
import org.telescribe.policyruntime.inference.bundle.ExecutionProvider;
import org.telescribe.policyruntime.inference.bundle.GoldenPicture;
import org.telescribe.policyruntime.inference.bundle.ManifestProblem;
import org.telescribe.policyruntime.inference.bundle.ManifestReader;
import org.telescribe.policyruntime.inference.bundle.ManifestRefusedException;
import org.telescribe.policyruntime.inference.bundle.PolicyManifest;
import org.telescribe.policyruntime.inference.graph.GraphFailedException;
import org.telescribe.policyruntime.inference.graph.GraphSettings;
import org.telescribe.policyruntime.inference.graph.LoadedGraph;
import org.telescribe.policyruntime.inference.observation.InstructionVocabulary;
import org.telescribe.policyruntime.inference.observation.Observation;
import org.telescribe.policyruntime.inference.observation.PictureSize;
import org.telescribe.policyruntime.inference.observation.PolicyCodec;

/// Checks a bundle against a station, as far as it gets, and says what it found.
public final class BundleCheck {
    private final Path folder;
    private final StationDescription station;
    private final GraphSettings settings;
    private final List<CheckItem> items = new ArrayList<>();
    private String manifestSha256 = "";

    private BundleCheck(Path folder, StationDescription station, GraphSettings settings) {
        this.folder = folder;
        this.station = station;
        this.settings = settings;
    }

    /// Checks a bundle.
    ///
    /// @param folder folder of the bundle
    /// @param station what it is to drive
    /// @param settings how its graph will be computed
    /// @return what was found
    public static BundleVerdict check(Path folder, StationDescription station, GraphSettings settings) {
        BundleCheck check = new BundleCheck(folder, station, settings);
        Optional<CheckedBundle> bundle = check.run();
        List<CheckItem> ordered = check.items.stream()
                .sorted(Comparator.comparing(CheckItem::passed))
                .toList();
        boolean allPassed = ordered.stream().allMatch(CheckItem::passed);
        return bundle.isPresent() && allPassed
                ? new BundleVerdict.Passed(bundle.get(), ordered)
                : new BundleVerdict.Refused(ordered);
    }

    private Optional<CheckedBundle> run() {
        Optional<PolicyManifest> read = manifest();
        if (read.isEmpty()) {
            return Optional.empty();
        }
        PolicyManifest manifest = read.get();
        BundleFiles files = BundleFiles.read(folder, manifest, items);
        new StationFit(manifest, station, items).check();
        Optional<InstructionVocabulary> vocabulary = vocabulary(manifest, files);
        if (!files.has(manifest.graph().file())) {
            return Optional.empty();
        }
        byte[] onnx = files.content(manifest.graph().file());
        try (LoadedGraph graph = LoadedGraph.open(onnx, manifest.graph(), settings)) {
            pass(CheckSubject.GRAPH, "The graph has the inputs and the output of the manifest.");
            provider(manifest, graph);
            if (items.stream().allMatch(CheckItem::passed) || onlyStationDiffers()) {
                golden(manifest, files, vocabulary, graph);
            }
        } catch (GraphFailedException bad) {
            refuse(CheckSubject.GRAPH, String.valueOf(bad.getMessage()));
        }
        return Optional.of(new CheckedBundle(manifest, manifestSha256, station, onnx, settings, vocabulary));
    }

    private Optional<PolicyManifest> manifest() {
        try {
            String yaml = Files.readString(folder.resolve(PolicyManifest.FILE_NAME));
            PolicyManifest manifest = ManifestReader.parse(yaml);
            manifestSha256 = BundleFiles.sha256(yaml.getBytes(StandardCharsets.UTF_8));
            pass(CheckSubject.MANIFEST, "%s, revision %s.".formatted(manifest.id(), manifest.revision()));
            return Optional.of(manifest);
        } catch (IOException unreadable) {
            refuse(
                    CheckSubject.MANIFEST,
                    "%s cannot be read. Choose the folder that holds it."
                            .formatted(folder.resolve(PolicyManifest.FILE_NAME)));
        } catch (ManifestRefusedException refused) {
            for (ManifestProblem problem : refused.problems()) {
                refuse(CheckSubject.MANIFEST, problem.sentence());
            }
        }
        return Optional.empty();
    }

    private Optional<InstructionVocabulary> vocabulary(PolicyManifest manifest, BundleFiles files) {
        if (manifest.language().isEmpty()) {
            pass(CheckSubject.LANGUAGE, "The policy takes no instruction.");
            return Optional.empty();
        }
        String name = manifest.language().get().vocabularyFile();
        if (!files.has(name)) {
            return Optional.empty();
        }
        List<String> words = new String(files.content(name), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .toList();
        if (words.size() < 2 || words.stream().distinct().count() != words.size()) {
            refuse(CheckSubject.LANGUAGE, "%s needs a padding and words, each once.".formatted(name));
            return Optional.empty();
        }
        InstructionVocabulary vocabulary =
                new InstructionVocabulary(words, manifest.language().get().length());
        Optional<String> whyNot = vocabulary.whyNot(manifest.golden().instruction());
        whyNot.ifPresentOrElse(
                reason -> refuse(CheckSubject.LANGUAGE, "The golden sample's instruction: " + reason),
                () -> pass(CheckSubject.LANGUAGE, "The policy reads %d words.".formatted(words.size() - 1)));
        return whyNot.isEmpty() ? Optional.of(vocabulary) : Optional.empty();
    }

    private void provider(PolicyManifest manifest, LoadedGraph graph) {
        if (manifest.minimumProvider() == ExecutionProvider.CUDA && graph.provider() == ExecutionProvider.CPU) {
            refuse(CheckSubject.PROVIDER, "The policy needs a graphics card with CUDA. " + graph.providerSentence());
        } else {
            pass(CheckSubject.PROVIDER, graph.providerSentence());
        }
    }

    private boolean onlyStationDiffers() {
        return items.stream().filter(item -> !item.passed()).allMatch(item -> switch (item.subject()) {
            case ROBOT, STATE, ACTIONS, GRIPPERS, CAMERAS, PROVIDER -> true;
            case MANIFEST, FILES, STATISTICS, LANGUAGE, GRAPH, GOLDEN_SAMPLE -> false;
        });
    }

    private void golden(
            PolicyManifest manifest, BundleFiles files, Optional<InstructionVocabulary> vocabulary, LoadedGraph graph)
            throws GraphFailedException {
        List<GoldenPicture> pictures = manifest.cameras().stream()
                .map(camera -> pictureOf(manifest, camera))
                .toList();
        List<PictureSize> sizes = pictures.stream()
                .map(picture -> new PictureSize(picture.widthPx(), picture.heightPx()))
                .toList();
        Observation observation = new Observation(manifest, sizes);
        for (int i = 0; i < pictures.size(); i++) {
            byte[] rgb = files.content(pictures.get(i).file());
            if (rgb.length != sizes.get(i).rgbBytes()) {
                refuse(
                        CheckSubject.GOLDEN_SAMPLE,
                        "%s has %d bytes; its size in the manifest makes %d."
                                .formatted(
                                        pictures.get(i).file(),
                                        rgb.length,
                                        sizes.get(i).rgbBytes()));
                return;
            }
            System.arraycopy(rgb, 0, observation.picture(i), 0, rgb.length);
        }
        for (int i = 0; i < observation.state().length; i++) {
            observation.state()[i] = manifest.golden().state().get(i);
        }
        String instruction = manifest.golden().instruction();
        vocabulary.ifPresent(words -> observation.instruct(instruction, words.tokens(instruction)));
        compare(manifest, files, observation, graph);
    }

    private void compare(PolicyManifest manifest, BundleFiles files, Observation observation, LoadedGraph graph)
            throws GraphFailedException {
        int channels = manifest.actions().size();
        double[] actions = new double[manifest.chunk().size() * channels];
        byte[] expected = files.content(manifest.golden().actionsFile());
        if (expected.length != actions.length * Float.BYTES) {
            refuse(
                    CheckSubject.GOLDEN_SAMPLE,
                    "%s has %d bytes; chunk size times channels makes %d."
                            .formatted(manifest.golden().actionsFile(), expected.length, actions.length * Float.BYTES));
            return;
        }
        PolicyCodec codec = new PolicyCodec(manifest, sizesOfGolden(manifest));
        codec.encode(observation, graph);
        graph.run();
        boolean finite = codec.decode(graph.actions(), observation.state(), actions);
        ByteBuffer wanted = ByteBuffer.wrap(expected).order(ByteOrder.LITTLE_ENDIAN);
        double worst = finite ? 0 : Double.POSITIVE_INFINITY;
        int worstAt = 0;
        for (int i = 0; i < actions.length; i++) {
            double off = Math.abs(actions[i] - wanted.getFloat(i * Float.BYTES));
            if (!(off <= worst)) {
                worst = off;
                worstAt = i;
            }
        }
        String where = "action %d, %s"
                .formatted(
                        worstAt / channels,
                        manifest.actions().get(worstAt % channels).name());
        if (worst <= manifest.golden().tolerance()) {
            pass(
                    CheckSubject.GOLDEN_SAMPLE,
                    "The golden sample comes out, at most %.2g off (%s).".formatted(worst, where));
        } else {
            refuse(
                    CheckSubject.GOLDEN_SAMPLE,
                    ("The golden sample comes out %.3g off at %s; %.2g is allowed. This program and the policy's maker"
                                    + " treat pictures, state or actions differently; make the bundle anew.")
                            .formatted(worst, where, manifest.golden().tolerance()));
        }
    }

    private static List<PictureSize> sizesOfGolden(PolicyManifest manifest) {
        return manifest.cameras().stream()
                .map(camera -> pictureOf(manifest, camera))
                .map(picture -> new PictureSize(picture.widthPx(), picture.heightPx()))
                .toList();
    }

    private static GoldenPicture pictureOf(PolicyManifest manifest, CameraInput camera) {
        return manifest.golden().pictures().stream()
                .filter(picture -> picture.role().equals(camera.role()))
                .findFirst()
                .orElseThrow();
    }

    private void pass(CheckSubject subject, String sentence) {
        items.add(new CheckItem(subject, true, sentence));
    }

    private void refuse(CheckSubject subject, String sentence) {
        items.add(new CheckItem(subject, false, sentence));
    }
}

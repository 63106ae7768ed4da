package org.telescribe.policyruntime.inference.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.telescribe.policyruntime.inference.bundle.ActionChannel;
import org.telescribe.policyruntime.inference.bundle.PolicyManifest;
import org.telescribe.policyruntime.inference.bundle.StartRange;
import org.telescribe.policyruntime.inference.bundle.StateChannel;
import org.telescribe.policyruntime.inference.graph.GraphFailedException;
import org.telescribe.policyruntime.inference.graph.GraphSettings;
import org.telescribe.policyruntime.inference.graph.LoadedGraph;
import org.telescribe.policyruntime.inference.observation.InstructionVocabulary;
import org.telescribe.policyruntime.inference.observation.PictureSize;

/// A bundle that passed its check on one station; made by [BundleCheck] alone. It keeps the very bytes
/// that were checked, so that a file that changes later changes nothing.
public final class CheckedBundle {
    private final PolicyManifest manifest;
    private final String manifestSha256;
    private final StationDescription station;
    private final byte[] onnx;
    private final GraphSettings settings;
    private final Optional<InstructionVocabulary> vocabulary;

    CheckedBundle(
            PolicyManifest manifest,
            String manifestSha256,
            StationDescription station,
            byte[] onnx,
            GraphSettings settings,
            Optional<InstructionVocabulary> vocabulary) {
        this.manifest = manifest;
        this.manifestSha256 = manifestSha256;
        this.station = station;
        this.onnx = onnx;
        this.settings = settings;
        this.vocabulary = vocabulary;
    }

    /// {@return its manifest}
    public PolicyManifest manifest() {
        return manifest;
    }

    /// {@return SHA-256 of its `policy.yaml`, which names the hash of every other file: what tells
    /// two bundles of one name apart}
    public String manifestSha256() {
        return manifestSha256;
    }

    /// {@return the words that it reads; empty when it takes no instruction}
    public Optional<InstructionVocabulary> vocabulary() {
        return vocabulary;
    }

    /// Loads the checked graph once more.
    ///
    /// @return the graph; closed by the caller
    /// @throws GraphFailedException when the runtime refuses
    public LoadedGraph openGraph() throws GraphFailedException {
        return LoadedGraph.open(onnx, manifest.graph(), settings);
    }

    /// {@return sizes of the station's pictures, in the manifest's order of cameras}
    public List<PictureSize> pictureSizes() {
        return sizes(manifest, station);
    }

    /// {@return for each state channel of the manifest its place in the station's state}
    public int[] stateOnStation() {
        return places(manifest.state().stream().map(StateChannel::name).toList(), station.state());
    }

    /// {@return for each action channel of the manifest its place in the station's actions}
    public int[] actionsOnStation() {
        return places(manifest.actions().stream().map(ActionChannel::name).toList(), station.actions());
    }

    /// {@return a sentence for each channel that is not where the policy may be started; empty when it
    /// may}
    ///
    /// @param state state in the channels' units and the manifest's order
    public List<String> outsideStartPose(double[] state) {
        List<String> sentences = new ArrayList<>();
        for (StartRange range : manifest.startPose()) {
            int index = manifest.stateIndex(range.channel());
            double value = state[index];
            if (!(value >= range.min() && value <= range.max())) {
                sentences.add("%s is at %.3f %s; the policy starts between %.3f and %.3f."
                        .formatted(
                                range.channel(),
                                value,
                                manifest.state().get(index).unit().word(),
                                range.min(),
                                range.max()));
            }
        }
        return sentences;
    }

    static List<PictureSize> sizes(PolicyManifest manifest, StationDescription station) {
        return manifest.cameras().stream()
                .map(camera -> station.cameras().stream()
                        .filter(there -> there.role().equals(camera.role()))
                        .findFirst()
                        .orElseThrow()
                        .size())
                .toList();
    }

    private static int[] places(List<String> names, List<StationChannel> channels) {
        List<String> there = channels.stream().map(StationChannel::name).toList();
        return names.stream().mapToInt(there::indexOf).toArray();
    }
}

package org.telescribe.policyruntime.inference.bundle;

import java.util.List;
import java.util.Optional;

/// `policy.yaml`: everything that must be known to run a policy, see docs/formats/policy-bundle-v1.md.
///
/// @param id name of the policy, stays the same over its versions
/// @param revision version of the policy
/// @param licence SPDX identifier
/// @param files all other files of the bundle
/// @param robotType the robot that it was trained on
/// @param controlHz actions a second that it was trained at
/// @param state what it is told, in the graph's order
/// @param actions what it asks for, in the graph's order
/// @param grippers which numbers are open and closed
/// @param cameras the pictures that it sees
/// @param language how the instruction becomes numbers; empty when it takes none
/// @param graph the graph
/// @param chunk how many actions are made and carried out
/// @param startPose where it may be started
/// @param golden the sample that must come out the same
/// @param minimumProvider what it needs to be fast enough
public record PolicyManifest(
        String id,
        String revision,
        String licence,
        List<BundleFile> files,
        String robotType,
        double controlHz,
        List<StateChannel> state,
        List<ActionChannel> actions,
        List<GripperConvention> grippers,
        List<CameraInput> cameras,
        Optional<Language> language,
        PolicyGraph graph,
        ChunkRule chunk,
        List<StartRange> startPose,
        GoldenSample golden,
        ExecutionProvider minimumProvider) {
    /// Name of the manifest's file.
    public static final String FILE_NAME = "policy.yaml";

    /// Copies.
    public PolicyManifest {
        files = List.copyOf(files);
        state = List.copyOf(state);
        actions = List.copyOf(actions);
        grippers = List.copyOf(grippers);
        cameras = List.copyOf(cameras);
        startPose = List.copyOf(startPose);
    }

    /// {@return index in [#state], or -1}
    ///
    /// @param channel name of a state channel
    public int stateIndex(String channel) {
        for (int i = 0; i < state.size(); i++) {
            if (state.get(i).name().equals(channel)) {
                return i;
            }
        }
        return -1;
    }
}

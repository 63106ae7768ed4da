package org.telescribe.policyruntime.inference.observation;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telescribe.policyruntime.inference.bundle.ActionChannel;
import org.telescribe.policyruntime.inference.bundle.ActionRepresentation;
import org.telescribe.policyruntime.inference.bundle.CameraInput;
import org.telescribe.policyruntime.inference.bundle.GraphInput;
import org.telescribe.policyruntime.inference.bundle.PolicyManifest;
import org.telescribe.policyruntime.inference.bundle.StateChannel;
import org.telescribe.policyruntime.inference.bundle.TensorSource;
import org.telescribe.policyruntime.inference.graph.LoadedGraph;

/// Writes an observation into a graph's inputs and makes actions of its output. One thread; allocates
/// nothing after construction.
public final class PolicyCodec {
    private final PolicyManifest manifest;
    private final List<@Nullable PictureShaper> shapers = new ArrayList<>();
    private final int[] cameraOfInput;
    private final float[] normalisedState;
    private final int[] anchors;

    /// A codec for pictures of the given sizes.
    ///
    /// @param manifest the policy
    /// @param pictureSizes sizes of the cameras' pictures, in the manifest's order
    public PolicyCodec(PolicyManifest manifest, List<PictureSize> pictureSizes) {
        this.manifest = manifest;
        List<GraphInput> inputs = manifest.graph().inputs();
        this.cameraOfInput = new int[inputs.size()];
        for (int i = 0; i < inputs.size(); i++) {
            GraphInput input = inputs.get(i);
            if (input.source() instanceof TensorSource.Camera(String role)) {
                int camera = cameraIndex(role);
                PictureSize size = pictureSizes.get(camera);
                CameraInput wanted = manifest.cameras().get(camera);
                cameraOfInput[i] = camera;
                shapers.add(new PictureShaper(wanted, input.shape().type(), size.widthPx(), size.heightPx()));
            } else {
                shapers.add(null);
            }
        }
        this.normalisedState = new float[manifest.state().size()];
        this.anchors = new int[manifest.actions().size()];
        for (int i = 0; i < anchors.length; i++) {
            ActionChannel action = manifest.actions().get(i);
            boolean relative = action.representation() == ActionRepresentation.RELATIVE_TO_OBSERVED_STATE;
            anchors[i] = relative ? manifest.stateIndex(action.name()) : -1;
        }
    }

    /// Fills the graph's inputs.
    ///
    /// @param observation what the policy is told
    /// @param graph the graph
    public void encode(Observation observation, LoadedGraph graph) {
        List<GraphInput> inputs = manifest.graph().inputs();
        for (int i = 0; i < inputs.size(); i++) {
            ByteBuffer tensor = graph.input(i);
            switch (inputs.get(i).source()) {
                case TensorSource.State _ -> encodeState(observation.state(), tensor);
                case TensorSource.Instruction _ -> encodeTokens(observation.tokens(), tensor);
                case TensorSource.Camera _ -> {
                    PictureShaper shaper = shapers.get(i);
                    if (shaper != null) {
                        shaper.shape(observation.picture(cameraOfInput[i]), tensor);
                    }
                }
            }
        }
    }

    /// Makes actions of the graph's output: in the channels' units, measured from the channels' own
    /// zeros, within the manifest's limits.
    ///
    /// @param raw the graph's output, action by action
    /// @param observedState the state at the observation, in the channels' units
    /// @param actions where they go, action by action
    /// @return whether all numbers of the output were finite; otherwise the actions must not be used
    public boolean decode(FloatBuffer raw, double[] observedState, double[] actions) {
        int channels = anchors.length;
        boolean finite = true;
        for (int i = 0; i < actions.length; i++) {
            int channel = i % channels;
            ActionChannel action = manifest.actions().get(channel);
            double value = action.statistics().denormalise(raw.get(i));
            if (anchors[channel] >= 0) {
                value += observedState[anchors[channel]];
            }
            finite &= Double.isFinite(value);
            actions[i] = Math.max(action.min(), Math.min(action.max(), value));
        }
        return finite;
    }

    /// {@return the state as the graph got it; the same array each time}
    public float[] normalisedState() {
        return normalisedState;
    }

    /// {@return the picture as the policy saw it, before scaling; the same array each time}
    ///
    /// @param camera index of the camera in the manifest
    public byte[] seen(int camera) {
        for (int i = 0; i < shapers.size(); i++) {
            PictureShaper shaper = shapers.get(i);
            if (shaper != null && cameraOfInput[i] == camera) {
                return shaper.seen();
            }
        }
        throw new IllegalArgumentException("the policy has no camera %d".formatted(camera));
    }

    private void encodeState(double[] state, ByteBuffer tensor) {
        for (int i = 0; i < normalisedState.length; i++) {
            StateChannel channel = manifest.state().get(i);
            normalisedState[i] = (float) channel.statistics().normalise(state[i]);
            tensor.putFloat(i * Float.BYTES, normalisedState[i]);
        }
    }

    private static void encodeTokens(long[] tokens, ByteBuffer tensor) {
        for (int i = 0; i < tokens.length; i++) {
            tensor.putLong(i * Long.BYTES, tokens[i]);
        }
    }

    private int cameraIndex(String role) {
        List<CameraInput> cameras = manifest.cameras();
        for (int i = 0; i < cameras.size(); i++) {
            if (cameras.get(i).role().equals(role)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the manifest has no camera \"%s\"".formatted(role));
    }
}

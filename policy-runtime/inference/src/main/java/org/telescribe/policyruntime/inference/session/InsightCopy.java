package org.telescribe.policyruntime.inference.session;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.telescribe.policyruntime.inference.bundle.CameraInput;
import org.telescribe.policyruntime.inference.bundle.PolicyManifest;
import org.telescribe.policyruntime.inference.bundle.StateChannel;
import org.telescribe.policyruntime.inference.observation.Observation;
import org.telescribe.policyruntime.inference.observation.PolicyCodec;

/// Copies what the inference thread has just used.
final class InsightCopy {
    private InsightCopy() {}

    static PolicyInsight of(PolicyManifest manifest, Observation observation, PolicyCodec codec, Kept kept) {
        List<SeenPicture> pictures = new ArrayList<>();
        for (int i = 0; i < manifest.cameras().size(); i++) {
            CameraInput camera = manifest.cameras().get(i);
            pictures.add(new SeenPicture(
                    camera.role(),
                    camera.widthPx(),
                    camera.heightPx(),
                    observation.pictureNanos(i),
                    codec.seen(i).clone()));
        }
        List<SeenState> state = new ArrayList<>();
        for (int i = 0; i < manifest.state().size(); i++) {
            StateChannel channel = manifest.state().get(i);
            double value = observation.state()[i];
            state.add(new SeenState(
                    channel.name(), channel.unit(), value, codec.normalisedState()[i], channel.outOfRange(value)));
        }
        int channels = manifest.actions().size();
        return new PolicyInsight(
                observation.epoch(),
                observation.tick(),
                observation.stateNanos(),
                kept.computeNanos,
                observation.instruction(),
                LongStream.of(observation.tokens()).boxed().toList(),
                pictures,
                state,
                IntStream.range(0, manifest.chunk().size())
                        .mapToObj(action -> IntStream.range(action * channels, (action + 1) * channels)
                                .mapToObj(i -> kept.raw[i])
                                .toList())
                        .toList(),
                IntStream.range(0, manifest.chunk().size())
                        .mapToObj(action -> IntStream.range(action * channels, (action + 1) * channels)
                                .mapToObj(i -> kept.actions[i])
                                .toList())
                        .toList());
    }

    /// The last chunk, kept by the inference thread; the hand-over's slots belong to others by then.
    static final class Kept {
        final float[] raw;
        final double[] actions;
        long computeNanos;

        Kept(int numbers) {
            this.raw = new float[numbers];
            this.actions = new double[numbers];
        }
    }
}

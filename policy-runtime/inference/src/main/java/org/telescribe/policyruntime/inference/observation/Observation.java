package org.telescribe.policyruntime.inference.observation;

import java.util.ArrayList;
import java.util.List;
import org.telescribe.policyruntime.inference.bundle.PolicyManifest;

/// What a policy is told: exactly what its manifest declares, in arrays that are made once and filled
/// again. Confined to one thread between two hand-overs.
public final class Observation {
    private final List<byte[]> pictures = new ArrayList<>();
    private final long[] pictureNanos;
    private final double[] state;
    private final long[] tokens;
    private String instruction = "";
    private long tick;
    private long stateNanos;
    private long epoch;

    /// An observation of zeros.
    ///
    /// @param manifest the policy
    /// @param pictureSizes sizes of the cameras' pictures, in the manifest's order
    public Observation(PolicyManifest manifest, List<PictureSize> pictureSizes) {
        for (PictureSize size : pictureSizes) {
            pictures.add(new byte[size.rgbBytes()]);
        }
        this.pictureNanos = new long[pictureSizes.size()];
        this.state = new double[manifest.state().size()];
        this.tokens = new long[manifest.language().map(words -> words.length()).orElse(0)];
    }

    /// {@return red, green, blue, row by row; to be filled}
    ///
    /// @param camera index of the camera in the manifest
    public byte[] picture(int camera) {
        return pictures.get(camera);
    }

    /// Says when a picture was taken.
    ///
    /// @param camera index of the camera in the manifest
    /// @param captureNanos session clock, nanoseconds
    public void pictureTaken(int camera, long captureNanos) {
        pictureNanos[camera] = captureNanos;
    }

    /// {@return when the picture was taken, session clock, nanoseconds}
    ///
    /// @param camera index of the camera in the manifest
    public long pictureNanos(int camera) {
        return pictureNanos[camera];
    }

    /// {@return the state in the channels' units and the manifest's order; to be filled}
    public double[] state() {
        return state;
    }

    /// Says when state was read, and at which of the policy's ticks.
    ///
    /// @param newTick tick of the policy's rate
    /// @param newStateNanos session clock, nanoseconds
    public void stamp(long newTick, long newStateNanos) {
        this.tick = newTick;
        this.stateNanos = newStateNanos;
    }

    /// {@return tick of the policy's rate}
    public long tick() {
        return tick;
    }

    /// {@return when the state was read, session clock, nanoseconds}
    public long stateNanos() {
        return stateNanos;
    }

    /// Says what is asked for.
    ///
    /// @param text what a person wrote
    /// @param newTokens the same in the policy's numbers; empty when the policy takes no instruction
    public void instruct(String text, long[] newTokens) {
        this.instruction = text;
        System.arraycopy(newTokens, 0, tokens, 0, tokens.length);
    }

    /// {@return what a person wrote}
    public String instruction() {
        return instruction;
    }

    /// {@return the instruction in the policy's numbers}
    public long[] tokens() {
        return tokens;
    }

    /// {@return number of the run that it belongs to; see [#belongsTo]}
    public long epoch() {
        return epoch;
    }

    /// Says to which run it belongs.
    ///
    /// @param newEpoch number of the run; what is from another run is dropped
    public void belongsTo(long newEpoch) {
        this.epoch = newEpoch;
    }
}

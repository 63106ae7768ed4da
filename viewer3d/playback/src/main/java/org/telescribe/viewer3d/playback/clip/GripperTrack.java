package org.telescribe.viewer3d.playback.clip;

import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.joint.ArmSide;

/// How far a gripper is open over an episode, found by the name of its channel.
public final class GripperTrack {
    private final String channelName;
    private final @Nullable ArmSide side;
    private final float[] openShares;

    GripperTrack(String channelName, @Nullable ArmSide side, float[] openShares) {
        this.channelName = channelName;
        this.side = side;
        this.openShares = openShares;
    }

    /// {@return name of the channel}
    public String channelName() {
        return channelName;
    }

    /// {@return the arm that it is on, or null when the name does not say}
    public @Nullable ArmSide side() {
        return side;
    }

    /// {@return number of rows}
    public int rows() {
        return openShares.length;
    }

    /// {@return 0 where it is closed most in this episode, 1 where it is open most; larger values of the
    /// channel mean open}
    ///
    /// @param row the row within the episode, from 0
    public float openShare(int row) {
        return openShares[row];
    }

    /// {@return whether it is closed: nearer to the closed end of its way than this share}
    ///
    /// @param row the row within the episode, from 0
    /// @param share such as 0.35
    public boolean isClosed(int row, float share) {
        return openShares[row] < share;
    }
}

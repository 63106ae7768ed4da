package org.telescribe.viewer3d.playback.player;

import java.util.Arrays;
import java.util.List;
import org.telescribe.devices.core.frame.PixelFormat;
import org.telescribe.viewer3d.playback.clip.CameraClip;

/// Shares a budget of bytes among cameras: an equal number of bytes each; where that is too little for
/// exact stepping, the last cameras get two pictures each and show keyframes only.
///
/// @param pictures how many pictures each camera may hold
/// @param keyframesOnly whether the camera shows keyframes only
record MemoryShares(List<Integer> pictures, List<Boolean> keyframesOnly) {
    private static final int LEAST_EXACT = 6;
    private static final int LEAST = 2;

    static MemoryShares of(List<CameraClip> cameras, long budgetBytes) {
        int count = cameras.size();
        long[] bytes = new long[count];
        int playable = 0;
        for (int i = 0; i < count; i++) {
            CameraClip camera = cameras.get(i);
            bytes[i] = PixelFormat.I420.bytes(camera.width(), camera.height());
            playable += camera.isPlayable() ? 1 : 0;
        }
        Boolean[] keyframes = new Boolean[count];
        Arrays.fill(keyframes, false);
        Integer[] pictures = new Integer[count];
        Arrays.fill(pictures, 0);
        long left = budgetBytes;
        int exact = playable;
        for (int i = count - 1; i >= 0; i--) {
            if (bytes[i] > 0 && left / exact / bytes[i] < LEAST_EXACT && exact > 1) {
                keyframes[i] = true;
                pictures[i] = LEAST;
                left -= LEAST * bytes[i];
                exact--;
            }
        }
        for (int i = 0; i < count; i++) {
            if (bytes[i] > 0 && !keyframes[i]) {
                pictures[i] = Math.clamp(left / exact / bytes[i], LEAST, Integer.MAX_VALUE);
                keyframes[i] = pictures[i] < LEAST_EXACT;
            }
        }
        return new MemoryShares(List.of(pictures), List.of(keyframes));
    }
}

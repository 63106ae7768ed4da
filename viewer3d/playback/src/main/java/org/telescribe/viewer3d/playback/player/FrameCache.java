package org.telescribe.viewer3d.playback.player;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.frame.PooledFrame;

/// Decoded pictures of one camera in a fixed number of buffers, of which the farthest from the playhead
/// is overwritten first. Buffers are made when they are first needed. Decoder's thread.
final class FrameCache {
    private static final int NONE = -1;
    private static final int BEHIND_WHILE_PLAYING = 3;

    private final PictureBuffers source;
    private final int width;
    private final int height;
    private final int[] frameInSlot;
    private final int[] slotOfFrame;
    private final List<PooledFrame> buffers = new ArrayList<>();

    FrameCache(PictureBuffers source, int capacity, int width, int height, int frames) {
        this.source = source;
        this.width = width;
        this.height = height;
        this.frameInSlot = new int[capacity];
        this.slotOfFrame = new int[frames];
        Arrays.fill(frameInSlot, NONE);
        Arrays.fill(slotOfFrame, NONE);
    }

    int capacity() {
        return frameInSlot.length;
    }

    /// {@return how many buffers were made so far}
    int buffers() {
        return buffers.size();
    }

    boolean has(int frame) {
        return slotOfFrame[frame] != NONE;
    }

    PooledFrame get(int frame) {
        return buffers.get(slotOfFrame[frame]);
    }

    /// {@return a buffer to be filled with a picture that is not there yet, or null when all that
    /// is there is nearer to the playhead; the picture counts as there from now on}
    ///
    /// @param frame number of the picture
    /// @param request where the playhead is and goes
    @Nullable
    PooledFrame place(int frame, DecodeRequest request) {
        int slot = buffers.size() < frameInSlot.length ? addBuffer() : farthest(frame, request);
        if (slot == NONE) {
            return null;
        }
        if (frameInSlot[slot] != NONE) {
            slotOfFrame[frameInSlot[slot]] = NONE;
        }
        frameInSlot[slot] = frame;
        slotOfFrame[frame] = slot;
        return buffers.get(slot);
    }

    /// Takes a picture out whose buffer was not filled.
    void forget(int frame) {
        frameInSlot[slotOfFrame[frame]] = NONE;
        slotOfFrame[frame] = NONE;
    }

    private int addBuffer() {
        buffers.add(source.take(width, height));
        return buffers.size() - 1;
    }

    /// Gives all buffers back; nothing is there afterwards.
    void close() {
        buffers.forEach(source::giveBack);
        buffers.clear();
        Arrays.fill(frameInSlot, NONE);
        Arrays.fill(slotOfFrame, NONE);
    }

    private int farthest(int frame, DecodeRequest request) {
        int worst = NONE;
        int worstDistance = distance(frame, request);
        for (int slot = 0; slot < frameInSlot.length; slot++) {
            if (frameInSlot[slot] == NONE) {
                return slot;
            }
            int distance = distance(frameInSlot[slot], request);
            if (distance > worstDistance) {
                worstDistance = distance;
                worst = slot;
            }
        }
        return worst;
    }

    private static int distance(int frame, DecodeRequest request) {
        int ahead = request.ahead(frame);
        if (ahead >= 0) {
            return ahead;
        }
        return request.direction() == 0 ? -ahead : -ahead * BEHIND_WHILE_PLAYING;
    }
}

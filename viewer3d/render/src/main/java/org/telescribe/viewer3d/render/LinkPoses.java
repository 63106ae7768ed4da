package org.telescribe.viewer3d.render;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lwjgl.opengl.GL15C;
import org.lwjgl.opengl.GL30C;
import org.lwjgl.opengl.GL31C;
import org.lwjgl.system.MemoryUtil;
import org.telescribe.devices.core.robot.Pose;

/// The uniform buffer with the poses of all links of a picture, written once for each picture. GL thread
/// only.
final class LinkPoses {
    /// More links than this are not drawn in one picture: 16 KiB, which every graphics library has.
    static final int MOST = 340;

    /// What [#add] gives when there is no more room.
    static final int NO_ROOM = -1;

    private static final int FLOATS_PER_LINK = 12;
    private static final int BINDING = 0;

    private final int buffer = GL15C.glGenBuffers();
    private final FloatBuffer floats = MemoryUtil.memAllocFloat(MOST * FLOATS_PER_LINK);

    LinkPoses() {
        GL15C.glBindBuffer(GL31C.GL_UNIFORM_BUFFER, buffer);
        GL15C.glBufferData(GL31C.GL_UNIFORM_BUFFER, (long) MOST * FLOATS_PER_LINK * Float.BYTES, GL15C.GL_STREAM_DRAW);
        GL30C.glBindBufferBase(GL31C.GL_UNIFORM_BUFFER, BINDING, buffer);
    }

    /// A new picture begins.
    void clear() {
        floats.clear();
    }

    /// Adds a robot's links; those without a pose shrink to a point and are not seen.
    ///
    /// @return number of its first link, or NO_ROOM
    int add(List<String> links, Map<String, Pose> sceneFromLinks) {
        if (floats.remaining() < links.size() * FLOATS_PER_LINK) {
            return NO_ROOM;
        }
        int first = floats.position() / FLOATS_PER_LINK;
        for (String link : links) {
            put(sceneFromLinks.get(link));
        }
        return first;
    }

    /// Adds one thing.
    ///
    /// @return its number, or NO_ROOM
    int add(Pose sceneFromMesh) {
        if (floats.remaining() < FLOATS_PER_LINK) {
            return NO_ROOM;
        }
        int first = floats.position() / FLOATS_PER_LINK;
        put(sceneFromMesh);
        return first;
    }

    private void put(@Nullable Pose pose) {
        if (pose == null) {
            for (int i = 0; i < FLOATS_PER_LINK; i++) {
                floats.put(0);
            }
            return;
        }
        floats.put((float) pose.r00())
                .put((float) pose.r01())
                .put((float) pose.r02())
                .put((float) pose.xMetres());
        floats.put((float) pose.r10())
                .put((float) pose.r11())
                .put((float) pose.r12())
                .put((float) pose.yMetres());
        floats.put((float) pose.r20())
                .put((float) pose.r21())
                .put((float) pose.r22())
                .put((float) pose.zMetres());
    }

    /// Hands all poses to the graphics library.
    void send() {
        floats.flip();
        GL15C.glBindBuffer(GL31C.GL_UNIFORM_BUFFER, buffer);
        // a fresh store each time: the one before may still be in use by a draw that has not run yet
        GL15C.glBufferData(GL31C.GL_UNIFORM_BUFFER, (long) MOST * FLOATS_PER_LINK * Float.BYTES, GL15C.GL_STREAM_DRAW);
        GL15C.glBufferSubData(GL31C.GL_UNIFORM_BUFFER, 0, floats);
    }

    void close() {
        GL15C.glDeleteBuffers(buffer);
        MemoryUtil.memFree(floats);
    }
}

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

/// The uniform buffer with the poses of the links that are being drawn. GL thread only.
final class LinkPoses {
    /// More links than this are not drawn.
    static final int MOST = 128;

    private static final int FLOATS_PER_LINK = 12;
    private static final int BINDING = 0;

    private final int buffer = GL15C.glGenBuffers();
    private final FloatBuffer floats = MemoryUtil.memAllocFloat(MOST * FLOATS_PER_LINK);

    LinkPoses() {
        GL15C.glBindBuffer(GL31C.GL_UNIFORM_BUFFER, buffer);
        GL15C.glBufferData(GL31C.GL_UNIFORM_BUFFER, (long) MOST * FLOATS_PER_LINK * Float.BYTES, GL15C.GL_STREAM_DRAW);
        GL30C.glBindBufferBase(GL31C.GL_UNIFORM_BUFFER, BINDING, buffer);
    }

    /// Links without a pose shrink to a point and are not seen.
    void set(List<String> links, Map<String, Pose> sceneFromLinks) {
        floats.clear();
        for (String link : links) {
            put(sceneFromLinks.get(link));
        }
        send();
    }

    void set(Pose sceneFromMesh) {
        floats.clear();
        put(sceneFromMesh);
        send();
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

    private void send() {
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

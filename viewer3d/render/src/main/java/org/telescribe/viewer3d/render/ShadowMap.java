package org.telescribe.viewer3d.render;

import java.nio.ByteBuffer;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL14C;
import org.lwjgl.opengl.GL30C;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.scene.mesh.Bounds;

/// How far the key light reaches, seen from the light. GL thread only.
final class ShadowMap {
    /// Towards the key light: from the operator's left, above.
    static final double[] KEY = unit(-0.42, -0.50, 1.05);

    private static final double ROUND_METRES = 0.05;

    private final int size;
    private final int texture;
    private final int framebuffer;
    private final float[] shadowFromScene = new float[16];

    ShadowMap(int size) {
        this.size = size;
        this.texture = GL11C.glGenTextures();
        GL11C.glBindTexture(GL11C.GL_TEXTURE_2D, texture);
        GL11C.glTexImage2D(
                GL11C.GL_TEXTURE_2D,
                0,
                GL14C.GL_DEPTH_COMPONENT24,
                size,
                size,
                0,
                GL11C.GL_DEPTH_COMPONENT,
                GL11C.GL_UNSIGNED_INT,
                (ByteBuffer) null);
        parameter(GL11C.GL_TEXTURE_MIN_FILTER, GL11C.GL_LINEAR);
        parameter(GL11C.GL_TEXTURE_MAG_FILTER, GL11C.GL_LINEAR);
        parameter(GL11C.GL_TEXTURE_WRAP_S, 0x812F); // clamp to edge
        parameter(GL11C.GL_TEXTURE_WRAP_T, 0x812F);
        parameter(GL14C.GL_TEXTURE_COMPARE_MODE, GL30C.GL_COMPARE_REF_TO_TEXTURE);
        parameter(GL14C.GL_TEXTURE_COMPARE_FUNC, GL11C.GL_LEQUAL);
        this.framebuffer = GL30C.glGenFramebuffers();
        GL30C.glBindFramebuffer(GL30C.GL_FRAMEBUFFER, framebuffer);
        GL30C.glFramebufferTexture2D(GL30C.GL_FRAMEBUFFER, GL30C.GL_DEPTH_ATTACHMENT, GL11C.GL_TEXTURE_2D, texture, 0);
        GL11C.glDrawBuffer(GL11C.GL_NONE);
        GL11C.glReadBuffer(GL11C.GL_NONE);
    }

    private static void parameter(int name, int value) {
        GL11C.glTexParameteri(GL11C.GL_TEXTURE_2D, name, value);
    }

    /// Points the light at what casts shadows; what is drawn next goes into the map.
    void begin(Bounds casters) {
        double x = casters.isEmpty() ? 0 : casters.middleX();
        double y = casters.isEmpty() ? 0 : casters.middleY();
        double z = casters.isEmpty() ? 0 : casters.middleZ();
        double[] right = unit(-KEY[1], KEY[0], 0);
        double[] forward = {-KEY[0], -KEY[1], -KEY[2]};
        double[] down = {
            forward[1] * right[2] - forward[2] * right[1],
            forward[2] * right[0] - forward[0] * right[2],
            forward[0] * right[1] - forward[1] * right[0]
        };
        Pose sceneFromLight = new Pose(
                right[0], down[0], forward[0], right[1], down[1], forward[1], right[2], down[2], forward[2], x, y, z);
        Pose lightFromScene = sceneFromLight.inverse();
        Bounds seen = casters.isEmpty() ? new Bounds(-1, -1, -1, 1, 1, 1) : casters.transformed(lightFromScene);
        ClipMatrix.ofLight(
                lightFromScene, half(seen.maxX()), half(seen.maxY()), 2 * half(seen.maxZ()), shadowFromScene);
        GL30C.glBindFramebuffer(GL30C.GL_FRAMEBUFFER, framebuffer);
        GL11C.glViewport(0, 0, size, size);
        GL11C.glClear(GL11C.GL_DEPTH_BUFFER_BIT);
    }

    /// In steps, so that the shadow's rim does not swim while an arm moves.
    private static double half(double metres) {
        return Math.ceil((metres + 0.015) / ROUND_METRES) * ROUND_METRES;
    }

    /// {@return one pixel and a half of the map, as a share of it}
    float softness() {
        return 1.5f / size;
    }

    float[] shadowFromScene() {
        return shadowFromScene;
    }

    void bindForLookUp() {
        GL11C.glBindTexture(GL11C.GL_TEXTURE_2D, texture);
    }

    private static double[] unit(double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        return new double[] {x / length, y / length, z / length};
    }

    void close() {
        GL30C.glDeleteFramebuffers(framebuffer);
        GL11C.glDeleteTextures(texture);
    }
}

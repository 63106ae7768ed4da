package org.telescribe.viewer3d.render;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.lwjgl.opengl.GL20C;
import org.lwjgl.opengl.GL31C;

/// A vertex and a fragment shader from the program's own files. GL thread only.
final class ShaderProgram {
    private static final int LINKS_BINDING = 0;

    private final int program;
    private final Map<String, Integer> locations = new HashMap<>();

    ShaderProgram(String vertexFile, String fragmentFile) {
        int vertex = compile(GL20C.GL_VERTEX_SHADER, vertexFile);
        int fragment = compile(GL20C.GL_FRAGMENT_SHADER, fragmentFile);
        program = GL20C.glCreateProgram();
        GL20C.glAttachShader(program, vertex);
        GL20C.glAttachShader(program, fragment);
        GL20C.glLinkProgram(program);
        if (GL20C.glGetProgrami(program, GL20C.GL_LINK_STATUS) == 0) {
            throw new IllegalStateException("shaders %s and %s do not link: %s"
                    .formatted(vertexFile, fragmentFile, GL20C.glGetProgramInfoLog(program)));
        }
        GL20C.glDeleteShader(vertex);
        GL20C.glDeleteShader(fragment);
        int block = GL31C.glGetUniformBlockIndex(program, "Links");
        if (block != GL31C.GL_INVALID_INDEX) {
            GL31C.glUniformBlockBinding(program, block, LINKS_BINDING);
        }
    }

    private static int compile(int kind, String file) {
        String source;
        try (InputStream in = Objects.requireNonNull(ShaderProgram.class.getResourceAsStream(file), file)) {
            source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException("the program's own %s is broken; build it again".formatted(file), broken);
        }
        int shader = GL20C.glCreateShader(kind);
        GL20C.glShaderSource(shader, source);
        GL20C.glCompileShader(shader);
        if (GL20C.glGetShaderi(shader, GL20C.GL_COMPILE_STATUS) == 0) {
            throw new IllegalStateException(
                    "shader %s does not compile: %s".formatted(file, GL20C.glGetShaderInfoLog(shader)));
        }
        return shader;
    }

    void use() {
        GL20C.glUseProgram(program);
    }

    private int location(String name) {
        return locations.computeIfAbsent(name, wanted -> GL20C.glGetUniformLocation(program, wanted));
    }

    void set(String name, int value) {
        GL20C.glUniform1i(location(name), value);
    }

    void set(String name, float value) {
        GL20C.glUniform1f(location(name), value);
    }

    void set(String name, float x, float y) {
        GL20C.glUniform2f(location(name), x, y);
    }

    void set(String name, float x, float y, float z) {
        GL20C.glUniform3f(location(name), x, y, z);
    }

    void set(String name, float x, float y, float z, float w) {
        GL20C.glUniform4f(location(name), x, y, z, w);
    }

    void setMatrix(String name, float[] columnMajor) {
        GL20C.glUniformMatrix4fv(location(name), false, columnMajor);
    }

    void close() {
        GL20C.glDeleteProgram(program);
    }
}

package org.telescribe.viewer3d.render;

import static org.lwjgl.system.MemoryUtil.NULL;

import java.nio.IntBuffer;
import org.jspecify.annotations.Nullable;
import org.lwjgl.PointerBuffer;
import org.lwjgl.egl.EGL;
import org.lwjgl.egl.EGL10;
import org.lwjgl.egl.EGL12;
import org.lwjgl.egl.EGL14;
import org.lwjgl.opengl.GL;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.system.Configuration;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;

/// One OpenGL context without a window. Confined to the thread that opened it.
final class EglContext {
    private static final int EGL_PLATFORM_SURFACELESS_MESA = 0x31DD;
    private static final int EGL_CONTEXT_MAJOR_VERSION = 0x3098;
    private static final int EGL_CONTEXT_MINOR_VERSION = 0x30FB;
    private static final int EGL_CONTEXT_OPENGL_PROFILE_MASK = 0x30FD;
    private static final int EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT = 1;
    private static final String ADVICE = "Install the graphics library: sudo apt install libegl1 libgl1-mesa-dri";

    private final long display;
    private final long context;
    private final long surface;
    private final String rendererName;

    private EglContext(long display, long context, long surface) {
        this.display = display;
        this.context = context;
        this.surface = surface;
        String name = GL11C.glGetString(GL11C.GL_RENDERER);
        this.rendererName = name == null ? "unknown" : name;
    }

    static EglContext open() throws RenderingUnavailable {
        Configuration.OPENGL_CONTEXT_API.set("EGL");
        try {
            EglContext opened = on(surfacelessDisplay());
            if (opened == null) {
                opened = on(EGL10.eglGetDisplay(EGL14.EGL_DEFAULT_DISPLAY));
            }
            if (opened == null) {
                throw new RenderingUnavailable(
                        "Nothing can be drawn: the graphics library offers no off-screen OpenGL 3.3. " + ADVICE);
            }
            return opened;
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError missing) {
            throw new RenderingUnavailable(
                    "Nothing can be drawn: the graphics library cannot be loaded (%s). %s"
                            .formatted(missing.getMessage(), ADVICE),
                    missing);
        } catch (IllegalStateException missing) {
            throw new RenderingUnavailable(
                    "Nothing can be drawn: %s. %s".formatted(missing.getMessage(), ADVICE), missing);
        }
    }

    /// LWJGL's own method refuses the native display NULL, which is the only one of this platform.
    private static long surfacelessDisplay() {
        long function = EGL.getCapabilities().eglGetPlatformDisplay;
        return function == NULL ? NULL : JNI.callPPP(EGL_PLATFORM_SURFACELESS_MESA, NULL, NULL, function);
    }

    private static @Nullable EglContext on(long display) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer major = stack.mallocInt(1);
            IntBuffer minor = stack.mallocInt(1);
            if (display == NULL || !EGL10.eglInitialize(display, major, minor)) {
                return null;
            }
            EGL.createDisplayCapabilities(display, major.get(0), minor.get(0));
            PointerBuffer configs = stack.mallocPointer(1);
            long context = context(display, configs, stack);
            if (context == NULL) {
                return null;
            }
            long surface = EGL10.EGL_NO_SURFACE;
            if (!EGL10.eglMakeCurrent(display, surface, surface, context)) {
                IntBuffer size = stack.ints(EGL10.EGL_WIDTH, 16, EGL10.EGL_HEIGHT, 16, EGL10.EGL_NONE);
                surface = EGL10.eglCreatePbufferSurface(display, configs.get(0), size);
                if (surface == NULL || !EGL10.eglMakeCurrent(display, surface, surface, context)) {
                    return null;
                }
            }
            GL.createCapabilities();
            return new EglContext(display, context, surface);
        }
    }

    private static long context(long display, PointerBuffer configs, MemoryStack stack) {
        IntBuffer found = stack.mallocInt(1);
        IntBuffer wanted = stack.ints(
                EGL12.EGL_RENDERABLE_TYPE,
                EGL14.EGL_OPENGL_BIT,
                EGL10.EGL_SURFACE_TYPE,
                EGL10.EGL_PBUFFER_BIT,
                EGL10.EGL_NONE);
        if (!EGL12.eglBindAPI(EGL14.EGL_OPENGL_API)
                || !EGL10.eglChooseConfig(display, wanted, configs, found)
                || found.get(0) == 0) {
            return NULL;
        }
        IntBuffer version = stack.ints(
                EGL_CONTEXT_MAJOR_VERSION,
                3,
                EGL_CONTEXT_MINOR_VERSION,
                3,
                EGL_CONTEXT_OPENGL_PROFILE_MASK,
                EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                EGL10.EGL_NONE);
        return EGL10.eglCreateContext(display, configs.get(0), EGL10.EGL_NO_CONTEXT, version);
    }

    String rendererName() {
        return rendererName;
    }

    void close() {
        EGL10.eglMakeCurrent(display, EGL10.EGL_NO_SURFACE, EGL10.EGL_NO_SURFACE, EGL10.EGL_NO_CONTEXT);
        EGL10.eglDestroyContext(display, context);
        if (surface != EGL10.EGL_NO_SURFACE) {
            EGL10.eglDestroySurface(display, surface);
        }
        GL.setCapabilities(null);
    }
}

package org.telescribe.viewer3d.render;

import java.nio.IntBuffer;
import java.util.concurrent.CompletableFuture;
import org.telescribe.viewer3d.scene.camera.ViewCamera;
import org.telescribe.viewer3d.scene.frame.SceneFrame;

/// One picture that somebody waits for.
///
/// @param frame what it shows
/// @param camera from where
/// @param width pixels
/// @param height pixels
/// @param smoothing how its edges are made smooth
/// @param pixels gets the pixels; the GL thread owns it until `done` is complete
/// @param done completed by the GL thread
record GlTask(
        SceneFrame frame,
        ViewCamera camera,
        int width,
        int height,
        Smoothing smoothing,
        IntBuffer pixels,
        CompletableFuture<Boolean> done) {}

package org.telescribe.viewer3d.render;

import org.telescribe.viewer3d.scene.camera.OrbitCamera;
import org.telescribe.viewer3d.scene.camera.ViewCamera;
import org.telescribe.viewer3d.scene.frame.SceneFrame;

/// One viewport's pictures. Any thread may ask; the newest request wins and no request waits. Pictures
/// come to the view's sink in the order in which they were asked for.
public interface SceneView extends AutoCloseable {
    /// Asks for a picture.
    ///
    /// @param frame what it shows
    /// @param camera from where
    /// @param width pixels
    /// @param height pixels
    void request(SceneFrame frame, ViewCamera camera, int width, int height);

    /// Asks for a picture.
    ///
    /// @param frame what it shows
    /// @param camera from where
    /// @param width pixels
    /// @param height pixels
    default void request(SceneFrame frame, OrbitCamera camera, int width, int height) {
        request(frame, camera.view(width, height), width, height);
    }

    /// {@return how many pictures the sink has taken}
    long delivered();

    /// Ends the view: its sink gets no call after this returns, but for one that is under way.
    @Override
    void close();
}

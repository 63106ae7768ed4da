package org.telescribe.app.gallery;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.telescribe.app.shell.Shell;

/// One picture of the gallery.
///
/// @param name its file's name, without size and ending
/// @param words what it shows, for the page
/// @param stage makes what is pictured; JavaFX thread
record GalleryShot(String name, String words, Supplier<Staged> stage) {
    /// What is pictured.
    ///
    /// @param shell the window's frame with its content
    /// @param settled whether it shows what it should; asked again and again
    /// @param close lets go of what it holds
    record Staged(Shell shell, BooleanSupplier settled, Runnable close) {
        static Staged of(Shell shell) {
            return new Staged(shell, () -> true, () -> {});
        }
    }
}

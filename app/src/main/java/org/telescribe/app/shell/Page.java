package org.telescribe.app.shell;

import java.util.List;
import org.telescribe.app.command.Command;

/// A workspace's content that brings its own keys. JavaFX thread.
public interface Page extends AutoCloseable {
    /// Says what keys do.
    interface Bindings {
        /// Binds a command.
        ///
        /// @param command which
        /// @param action does it
        void bind(Command command, Runnable action);
    }

    /// Binds the page's commands.
    ///
    /// @param bindings where to
    void bind(Bindings bindings);

    /// {@return what the palette finds here for a query, besides commands}
    ///
    /// @param query words
    default List<PaletteEntry> find(String query) {
        return List.of();
    }

    /// Called on every pulse.
    ///
    /// @param nowNanos session clock, nanoseconds
    /// @param shown whether the page's workspace is on the screen
    void pulse(long nowNanos, boolean shown);

    @Override
    void close();
}

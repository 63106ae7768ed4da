/// The window's frame: rail, top bar, status strip, palette, keys overlay, and what watches over the arms
/// while they can move. JavaFX thread.
@NullMarked
package org.telescribe.app.shell;

import org.jspecify.annotations.NullMarked;

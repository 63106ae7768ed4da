/// The Collect screen. JavaFX application thread; it reads what the session says and calls what a key
/// means.
@NullMarked
package org.telescribe.teleop.ui.collect;

import org.jspecify.annotations.NullMarked;

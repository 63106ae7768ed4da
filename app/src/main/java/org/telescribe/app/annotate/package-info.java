/// Annotate in the window: the store of labels, the queue, the episode's player and the keys. JavaFX
/// thread, except what says otherwise.
@NullMarked
package org.telescribe.app.annotate;

import org.jspecify.annotations.NullMarked;

/// The workspace Rollouts. JavaFX thread, but for what its own thread runs and reads.
@NullMarked
package org.telescribe.app.rollouts;

import org.jspecify.annotations.NullMarked;

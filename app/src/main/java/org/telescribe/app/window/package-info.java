/// The window: shell with the six workspaces, and what opens and closes behind it. JavaFX application
/// thread; long work goes to named background tasks.
@NullMarked
package org.telescribe.app.window;

import org.jspecify.annotations.NullMarked;

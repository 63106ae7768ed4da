/// The Station screen: arms, cameras, the servo table, and what to do next. JavaFX thread.
@NullMarked
package org.telescribe.teleop.ui.station;

import org.jspecify.annotations.NullMarked;

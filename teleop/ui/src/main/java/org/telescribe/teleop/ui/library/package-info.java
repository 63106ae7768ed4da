/// The Library screen: datasets, their episodes, and what is known of the selected one. JavaFX thread.
@NullMarked
package org.telescribe.teleop.ui.library;

import org.jspecify.annotations.NullMarked;

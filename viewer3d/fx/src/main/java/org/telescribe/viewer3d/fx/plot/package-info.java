/// Plots of channels over time, lined up with the timeline below them. JavaFX thread.
@NullMarked
package org.telescribe.viewer3d.fx.plot;

import org.jspecify.annotations.NullMarked;

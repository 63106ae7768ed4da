/// The player: video panes, 3D, plots and timeline under one clock. JavaFX thread.
@NullMarked
package org.telescribe.viewer3d.fx.player;

import org.jspecify.annotations.NullMarked;

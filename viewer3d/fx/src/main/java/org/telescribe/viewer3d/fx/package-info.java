/// What the panes of the well share. The well behind video, 3D, plots and timeline is dark in every
/// theme.
@NullMarked
package org.telescribe.viewer3d.fx;

import org.jspecify.annotations.NullMarked;

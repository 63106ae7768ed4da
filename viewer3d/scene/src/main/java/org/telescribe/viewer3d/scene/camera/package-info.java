/// Cameras: calibrated ones that project points to pixels, and the one that a person turns around the
/// scene. Any thread. Depends on `mesh` for bounds.
@NullMarked
package org.telescribe.viewer3d.scene.camera;

import org.jspecify.annotations.NullMarked;

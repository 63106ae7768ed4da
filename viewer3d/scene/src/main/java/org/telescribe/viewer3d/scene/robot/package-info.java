/// Robots as they are drawn: what hangs on which link, read from URDF and from the kinematic part of
/// MJCF. Immutable once read, any thread. Depends on `mesh` and `colour`.
@NullMarked
package org.telescribe.viewer3d.scene.robot;

import org.jspecify.annotations.NullMarked;

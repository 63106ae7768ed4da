/// The way of an end effector through time, and the same way on a camera's picture. Immutable, any
/// thread. Depends on `camera` and `mesh`.
@NullMarked
package org.telescribe.viewer3d.scene.path;

import org.jspecify.annotations.NullMarked;

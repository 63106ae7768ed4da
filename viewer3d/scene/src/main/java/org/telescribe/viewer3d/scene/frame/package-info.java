/// What one picture of the 3D view shows. Immutable, any thread. Depends on `robot`, `path`, `camera`
/// and `colour`.
@NullMarked
package org.telescribe.viewer3d.scene.frame;

import org.jspecify.annotations.NullMarked;

/// Triangle meshes: made in code or read from STL and OBJ files. Immutable once made, any thread.
/// Depends on `devices.core.robot` alone.
@NullMarked
package org.telescribe.viewer3d.scene.mesh;

import org.jspecify.annotations.NullMarked;

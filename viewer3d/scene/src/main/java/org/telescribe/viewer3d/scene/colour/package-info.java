/// Colours of the 3D view and the ramp from early to late. Any thread. Depends on nothing.
@NullMarked
package org.telescribe.viewer3d.scene.colour;

import org.jspecify.annotations.NullMarked;

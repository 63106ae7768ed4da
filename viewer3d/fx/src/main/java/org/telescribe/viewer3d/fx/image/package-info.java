/// Pictures on the screen: converted on the thread that brings them, copied into the screen's image on
/// a pulse.
@NullMarked
package org.telescribe.viewer3d.fx.image;

import org.jspecify.annotations.NullMarked;

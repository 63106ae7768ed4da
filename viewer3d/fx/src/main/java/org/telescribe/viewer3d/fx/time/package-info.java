/// Time on the screen: how it is written, and the line on which it is picked. JavaFX thread.
@NullMarked
package org.telescribe.viewer3d.fx.time;

import org.jspecify.annotations.NullMarked;

/// Long rows of numbers made small enough to draw, without losing a peak. Values; any thread. Depends on
/// nothing.
@NullMarked
package org.telescribe.viewer3d.playback.plot;

import org.jspecify.annotations.NullMarked;

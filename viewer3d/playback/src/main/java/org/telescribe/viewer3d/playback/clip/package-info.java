/// An episode as the player sees it: cameras with the presentation times of their pictures, channels over
/// rows, gaps and repeats. Values, loaded on a background thread, not changed afterwards; any thread.
/// Depends on `teleop/episode`.
@NullMarked
package org.telescribe.viewer3d.playback.clip;

import org.jspecify.annotations.NullMarked;

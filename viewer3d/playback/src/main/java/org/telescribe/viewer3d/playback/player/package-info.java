/// The player: one clock on its owner's thread, a decoder thread for each camera, a hard budget of
/// pictures. The owner asks for the pictures of the next pulse and shows those that came; every pane
/// says what it shows. Depends on `clip`, `teleop/episode` and `devices/core`.
@NullMarked
package org.telescribe.viewer3d.playback.player;

import org.jspecify.annotations.NullMarked;

/// Channels by name: which belong together as the two arms' same joint, and how they are listed.
@NullMarked
package org.telescribe.viewer3d.fx.channel;

import org.jspecify.annotations.NullMarked;

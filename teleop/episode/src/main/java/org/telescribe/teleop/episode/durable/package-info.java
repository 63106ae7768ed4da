/// The one port for everything that must survive a crash or power loss. Confined to the thread that
/// records, unless said otherwise. Depends on nothing.
@NullMarked
package org.telescribe.teleop.episode.durable;

import org.jspecify.annotations.NullMarked;

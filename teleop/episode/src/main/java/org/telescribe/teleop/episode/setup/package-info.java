/// How a dataset's station was set up when an episode was recorded: arms, cameras, where they are. One
/// file for each set-up, named after its content; an episode carries the name.
@NullMarked
package org.telescribe.teleop.episode.setup;

import org.jspecify.annotations.NullMarked;

/// What an episode is made of: schema, rows, packets, who recorded it and how it ended. Records without
/// I/O; any thread, except that a row is filled by one. Depends on nothing but the language.
@NullMarked
package org.telescribe.teleop.episode.model;

import org.jspecify.annotations.NullMarked;

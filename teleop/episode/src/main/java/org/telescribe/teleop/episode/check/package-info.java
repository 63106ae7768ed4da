/// Checks a dataset against every rule that a reader depends on, without changing anything. One thread.
/// Depends on `read`, `lerobot`, `commit`, `durable` and `video`.
@NullMarked
package org.telescribe.teleop.episode.check;

import org.jspecify.annotations.NullMarked;

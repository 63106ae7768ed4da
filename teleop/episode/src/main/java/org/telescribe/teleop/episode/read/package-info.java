/// Reading datasets, LeRobot v3.0 and v2.1, without changing anything: what is in them, and rows by
/// feature name. Reads a dataset that is being recorded into, or that a crash left, as its commit log
/// says it is. One thread for each object. Depends on `model`, `durable`, `commit` and `lerobot`.
@NullMarked
package org.telescribe.teleop.episode.read;

import org.jspecify.annotations.NullMarked;

/// Power loss, replayed: a recorder writes to a disk in memory that keeps a trace of every operation;
/// for each point of the trace the disk is rebuilt as losing power there may leave it, recovery runs on
/// it, and what was acknowledged must be there. One thread. Depends on `dataset` and what that depends
/// on.
@NullMarked
package org.telescribe.teleop.episode.powercut;

import org.jspecify.annotations.NullMarked;

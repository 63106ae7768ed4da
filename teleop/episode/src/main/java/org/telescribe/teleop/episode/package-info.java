/// Recorded episodes: their model, the journal that is the truth until commit, video, LeRobot datasets,
/// and checks. The packages: `model` (what an episode is), `durable` (writing that survives power
/// loss), `journal`, `video`, `lerobot` (the format), `commit` (the redo log), `dataset` (recording,
/// recovery, compaction), `read`, `check`, `powercut` (power loss, replayed).
@NullMarked
package org.telescribe.teleop.episode;

import org.jspecify.annotations.NullMarked;

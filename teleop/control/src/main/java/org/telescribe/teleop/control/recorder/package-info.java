/// The recorder: camera threads, encoder threads, and the recorder thread that puts ticks and packets
/// on the dataset's grid and into the journal. Each agent is confined to its own thread; none of them
/// is a loop thread, so they may allocate and wait for the disk.
@NullMarked
package org.telescribe.teleop.control.recorder;

import org.jspecify.annotations.NullMarked;

/// The schedule: bus threads, the control loop, their lanes. Each agent is confined to its own thread;
/// hand-over by `LatestValue` and `SpscRing` only.
@NullMarked
package org.telescribe.teleop.control.loop;

import org.jspecify.annotations.NullMarked;

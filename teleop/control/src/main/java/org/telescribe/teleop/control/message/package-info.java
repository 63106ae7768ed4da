/// What may be said to the control loop and what it says back: sealed commands in, snapshots out,
/// nothing else, so that the loop can run in a process of its own. Immutable, any thread.
@NullMarked
package org.telescribe.teleop.control.message;

import org.jspecify.annotations.NullMarked;

/// Tasks of the bench that a policy is told in words: what they are, how a scripted hand does them, and
/// when they are done. Geometry and rules; confined to the thread of the world that they watch.
@NullMarked
package org.telescribe.devices.emulator.task;

import org.jspecify.annotations.NullMarked;

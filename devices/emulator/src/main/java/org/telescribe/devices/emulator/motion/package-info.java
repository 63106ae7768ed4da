/// How hands move leader arms: scripted tasks and recorded motions. Immutable once made; any thread;
/// nothing allocates when asked.
@NullMarked
package org.telescribe.devices.emulator.motion;

import org.jspecify.annotations.NullMarked;

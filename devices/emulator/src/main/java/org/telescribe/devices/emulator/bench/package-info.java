/// The built-in bench: two arms of our own facing each other over a table with blocks, a bowl and a
/// pad. Geometry only; any thread, but for the scene, which says so.
@NullMarked
package org.telescribe.devices.emulator.bench;

import org.jspecify.annotations.NullMarked;

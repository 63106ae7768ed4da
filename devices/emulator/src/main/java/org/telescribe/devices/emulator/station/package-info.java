/// The emulated station: two leader and two follower arms, a pseudo-terminal and a thread each. Any
/// thread.
@NullMarked
package org.telescribe.devices.emulator.station;

import org.jspecify.annotations.NullMarked;

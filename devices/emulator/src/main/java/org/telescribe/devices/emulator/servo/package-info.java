/// Emulated servos of the X series, Dynamixel Protocol 2.0, on a pseudo-terminal. A chain is confined
/// to its own thread; only [org.telescribe.devices.emulator.servo.FaultSwitch] is for all threads.
/// Written from the protocol alone and sharing no code with the drivers, so that the two check each
/// other. In steady state nothing allocates and nothing spins.
@NullMarked
package org.telescribe.devices.emulator.servo;

import org.jspecify.annotations.NullMarked;

/// Dynamixel Protocol 2.0: packets, set-up of servos, and arms behind the core's ports. An arm and its
/// bus are confined to one thread at a time: the one that sets up, then the bus thread. What a servo or
/// a bad cable does is a [org.telescribe.devices.core.port.BusOutcome], never an exception. Another
/// protocol stands beside this package and implements the same two ports.
@NullMarked
package org.telescribe.devices.drivers.dynamixel;

import org.jspecify.annotations.NullMarked;

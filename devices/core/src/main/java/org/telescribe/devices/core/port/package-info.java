/// The ports that drivers and emulators implement: arms, cameras, byte links, the bench renderer. A
/// fault on a port is a value, never an exception in a loop.
@NullMarked
package org.telescribe.devices.core.port;

import org.jspecify.annotations.NullMarked;

/// Serial lines behind [org.telescribe.devices.core.port.ByteLink], and which ones the machine has. A
/// line is confined to one thread at a time.
@NullMarked
package org.telescribe.devices.drivers.link;

import org.jspecify.annotations.NullMarked;

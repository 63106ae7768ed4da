/// Real devices behind the ports of `devices/core`: serial links, servo protocols, cameras.
@NullMarked
package org.telescribe.devices.drivers;

import org.jspecify.annotations.NullMarked;

/// The one monotonic session clock and the ways of waiting for a deadline on it. Any thread. Depends on
/// nothing.
@NullMarked
package org.telescribe.devices.core.time;

import org.jspecify.annotations.NullMarked;

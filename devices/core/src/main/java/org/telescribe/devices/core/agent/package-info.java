/// A loop is an agent: one named thread runs it, the runner owns thread, clock and idling. Depends on
/// `time`.
@NullMarked
package org.telescribe.devices.core.agent;

import org.jspecify.annotations.NullMarked;

/// Joints, arms, their channels, limits and readings. Channels have names and units; orders are mapped
/// by name or refused. Depends on `handover`.
@NullMarked
package org.telescribe.devices.core.joint;

import org.jspecify.annotations.NullMarked;

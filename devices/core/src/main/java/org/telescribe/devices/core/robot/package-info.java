/// Robot descriptions (URDF) and forward kinematics. Pure, immutable, any thread.
@NullMarked
package org.telescribe.devices.core.robot;

import org.jspecify.annotations.NullMarked;

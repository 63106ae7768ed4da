/// What stands between a wish and a servo: limits, alignment, ramp, stop. Confined to the control
/// thread.
@NullMarked
package org.telescribe.teleop.control.safety;

import org.jspecify.annotations.NullMarked;

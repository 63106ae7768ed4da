/// A policy in the operator's place: its actions reach the followers as a hand's would, through the same
/// control loop, alignment, ramp and limits.
@NullMarked
package org.telescribe.policyruntime.rollouts.live;

import org.jspecify.annotations.NullMarked;

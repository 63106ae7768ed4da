/// Carries out one rollout after the other on a bench, on the calling thread: for simulated clocks.
@NullMarked
package org.telescribe.policyruntime.rollouts.run;

import org.jspecify.annotations.NullMarked;

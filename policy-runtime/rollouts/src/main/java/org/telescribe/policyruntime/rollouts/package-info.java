/// Policies that act: on a bench for study, and in the operator's place on a station.
@NullMarked
package org.telescribe.policyruntime.rollouts;

import org.jspecify.annotations.NullMarked;

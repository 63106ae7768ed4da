/// What may be concluded from counted successes: exact intervals, differences, and what a number of
/// runs can show at all. Depends on nothing of Telescribe.
@NullMarked
package org.telescribe.policyruntime.rollouts.statistics;

import org.jspecify.annotations.NullMarked;

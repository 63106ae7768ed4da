/// Which action of which chunk is due. Pure bookkeeping on ticks: no clock, no thread, no allocation
/// after construction; confined to the loop that acts. Depends on nothing.
@NullMarked
package org.telescribe.policyruntime.inference.execution;

import org.jspecify.annotations.NullMarked;

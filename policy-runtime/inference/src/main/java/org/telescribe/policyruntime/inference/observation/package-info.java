/// From what cameras and joints gave to the graph's numbers, and back from the graph's numbers to
/// actions. Each object is confined to one thread; nothing is allocated after construction. Depends on
/// `bundle` and `graph`.
@NullMarked
package org.telescribe.policyruntime.inference.observation;

import org.jspecify.annotations.NullMarked;

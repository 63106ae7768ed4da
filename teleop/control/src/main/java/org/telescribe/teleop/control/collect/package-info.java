/// The flow of collecting demonstrations: arm, align, record, judge, again. Knows no window; the
/// window, the demo and the benchmarks drive the same session. Confined to one thread, that of its
/// owner.
@NullMarked
package org.telescribe.teleop.control.collect;

import org.jspecify.annotations.NullMarked;

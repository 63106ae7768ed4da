/// What a kill may not take away: a process that answers on command, and the truth that another process
/// keeps about it. For tests and the benchmark. Depends on `model`, `event` and `store`.
@NullMarked
package org.telescribe.annotator.labels.crash;

import org.jspecify.annotations.NullMarked;

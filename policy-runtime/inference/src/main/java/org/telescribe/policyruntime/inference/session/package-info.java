/// The policy at work: one thread computes, another one acts, and neither waits for the other. The
/// thread is named `policy`. Depends on `bundle`, `graph`, `observation` and `check`.
@NullMarked
package org.telescribe.policyruntime.inference.session;

import org.jspecify.annotations.NullMarked;

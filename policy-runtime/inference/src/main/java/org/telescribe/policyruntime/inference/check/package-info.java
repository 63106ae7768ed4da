/// Whether a bundle may drive this station. Only a check that passed gives a
/// [org.telescribe.policyruntime.inference.check.CheckedBundle], and nothing can be armed without one.
/// Any thread; waits for the disk and computes the golden sample. Depends on `bundle`, `graph` and
/// `observation`.
@NullMarked
package org.telescribe.policyruntime.inference.check;

import org.jspecify.annotations.NullMarked;

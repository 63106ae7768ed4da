/// What a policy bundle says about itself: `policy.yaml` as records, and its reader. Values only, any
/// thread; the reader waits for the disk. Depends on nothing.
@NullMarked
package org.telescribe.policyruntime.inference.bundle;

import org.jspecify.annotations.NullMarked;

/// A study: which policies run on which starts, what happened, what a person says about it, and what may
/// be concluded. An append-only file beside the rollouts' dataset; its state is a fold over its lines.
@NullMarked
package org.telescribe.policyruntime.rollouts.study;

import org.jspecify.annotations.NullMarked;

/// Screens of policies and their rollouts. JavaFX thread.
@NullMarked
package org.telescribe.policyruntime.ui;

import org.jspecify.annotations.NullMarked;

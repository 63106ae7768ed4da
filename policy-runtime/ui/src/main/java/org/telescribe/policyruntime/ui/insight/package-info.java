/// What a policy saw and said. JavaFX thread.
@NullMarked
package org.telescribe.policyruntime.ui.insight;

import org.jspecify.annotations.NullMarked;

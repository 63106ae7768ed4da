/// The table of a study. JavaFX thread.
@NullMarked
package org.telescribe.policyruntime.ui.table;

import org.jspecify.annotations.NullMarked;

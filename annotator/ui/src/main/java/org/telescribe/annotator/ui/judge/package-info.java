/// What the keys of Annotate do, without JavaFX: one person judging one episode. Screen's thread.
@NullMarked
package org.telescribe.annotator.ui.judge;

import org.jspecify.annotations.NullMarked;

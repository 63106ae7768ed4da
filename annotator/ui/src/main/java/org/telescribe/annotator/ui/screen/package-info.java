/// The Annotate screen: the best camera of the fact that is judged, the steps below, the list at the
/// right. JavaFX thread.
@NullMarked
package org.telescribe.annotator.ui.screen;

import org.jspecify.annotations.NullMarked;

/// Episodes at the window: opened in the background, played under the table's keys. JavaFX thread.
@NullMarked
package org.telescribe.app.review;

import org.jspecify.annotations.NullMarked;

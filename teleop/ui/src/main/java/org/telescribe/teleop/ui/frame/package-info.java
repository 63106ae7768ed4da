/// Live camera pictures on the screen: converted on a thread of their own, copied into the screen's
/// image on a pulse.
@NullMarked
package org.telescribe.teleop.ui.frame;

import org.jspecify.annotations.NullMarked;

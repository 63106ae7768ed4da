/// Stations as the program opens them: the built-in emulated one and those of a station file. The
/// composition root of everything that moves.
@NullMarked
package org.telescribe.app.station;

import org.jspecify.annotations.NullMarked;

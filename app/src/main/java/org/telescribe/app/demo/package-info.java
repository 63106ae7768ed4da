/// The demonstration: the main job, done once on the built-in station, in the program's own parts.
@NullMarked
package org.telescribe.app.demo;

import org.jspecify.annotations.NullMarked;

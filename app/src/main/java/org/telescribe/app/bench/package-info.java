/// Benchmarks: each measures what its name says, in the program's own parts, and prints one JSON line.
@NullMarked
package org.telescribe.app.bench;

import org.jspecify.annotations.NullMarked;

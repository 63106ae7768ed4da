/// The bench on a simulated clock: for demonstrations and rollouts that need not wait for real time.
@NullMarked
package org.telescribe.app.simulation;

import org.jspecify.annotations.NullMarked;
